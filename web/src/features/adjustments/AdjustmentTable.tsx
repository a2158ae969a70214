/** Notices of changed policies: of the department, or those that the operator wants. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { ADJUSTMENT_STATE, namedText } from "@/labels/adjustments";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { type AdjustmentViewer, adjustmentsQuery } from "./queries";

type Row = Schema<"AdjustmentRow">;

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "涉及的事项", primary: true, render: namedText },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={ADJUSTMENT_STATE[row.state]} />,
  },
  { key: "due", title: "时限", render: (row) => <DueText due={row.due} short /> },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no },
  { key: "created", title: "提交时间", render: (row) => <DateText value={row.created_at} mode="time" /> },
  { key: "handler", title: "受理人", render: (row) => row.handler ?? "—" },
];

const DEPARTMENT: Column<Row> = { key: "department", title: "部门", render: (row) => row.department };

type Props = {
  viewer: AdjustmentViewer;
  list: ListParams;
  /** Only those that wait, the nearest limit first. */
  waiting?: boolean;
  rowLink: (id: string) => string;
  empty: ReactNode;
};

export function AdjustmentTable({ viewer, list, waiting, rowLink, empty }: Props) {
  const query = useQuery(adjustmentsQuery(viewer, { waiting, page: list.page, size: list.size }));
  return (
    <Card flush>
      <DataTable
        caption="政策调整通知"
        columns={viewer === "operator" ? [...COLUMNS, DEPARTMENT] : COLUMNS}
        query={query}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => rowLink(row.id)}
        empty={empty}
      />
    </Card>
  );
}
