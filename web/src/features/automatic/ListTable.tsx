/** Lists of 免申即享 of the department, newest first. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { AUTOMATIC_STATE } from "@/labels/automatic";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { automaticListsQuery } from "./queries";

type Row = Schema<"AutomaticListView">;

const count = (row: Row, state: Schema<"AutomaticEntryState">) =>
  `${row.counts.find((one) => one.state === state)?.count ?? 0} 家`;

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "政策事项", primary: true, render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={AUTOMATIC_STATE[row.state]} />,
  },
  {
    key: "eligible",
    title: "拟享受",
    numeric: true,
    render: (row) => count(row, row.state === "notified" ? "notified" : "eligible"),
  },
  { key: "confirmed", title: "已确认", numeric: true, render: (row) => count(row, "confirmed") },
  { key: "left", title: "未列入", numeric: true, render: (row) => count(row, "left_out") },
  { key: "no", title: "名单编号", hideOnPhone: true, render: (row) => row.no },
  { key: "created", title: "生成时间", render: (row) => <DateText value={row.created_at} mode="time" /> },
];

export function AutomaticListTable({ rowLink }: { rowLink: (id: string) => string }) {
  const list = useListParams();
  return (
    <Card flush>
      <DataTable
        caption="免申即享名单"
        columns={COLUMNS}
        query={useQuery(automaticListsQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => rowLink(row.id)}
        empty={
          <EmptyState title="还没有名单" hint="在已发布的免申即享事项页面生成名单，由他人核对后通知企业。" />
        }
      />
    </Card>
  );
}
