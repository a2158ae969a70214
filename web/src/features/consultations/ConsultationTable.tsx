/** What other departments ask the own one: what waits for an answer, by its limit, or all of it. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { CONSULTATION_STATE } from "@/labels/consultations";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { consultationsQuery } from "./queries";

const COLUMNS: Column<Schema<"ConsultationRow">>[] = [
  { key: "enterprise", title: "企业", primary: true, render: (row) => row.enterprise },
  { key: "title", title: "政策事项", render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={CONSULTATION_STATE[row.state]} />,
  },
  { key: "department", title: "商请部门", render: (row) => row.department },
  { key: "due", title: "答复时限", render: (row) => (row.due ? <DueText due={row.due} /> : "—") },
  { key: "asked", title: "商请时间", hideOnPhone: true, render: (row) => <DateText value={row.asked_at} /> },
];

export function ConsultationTable({ rowLink }: { rowLink: (id: string) => string }) {
  const list = useListParams();
  const all = list.filters.answered === "1";
  const view = all ? "all" : undefined;
  return (
    <div className="stack">
      <Checkbox
        checked={all}
        onChange={({ target }) => list.setFilters({ answered: target.checked ? "1" : undefined })}
      >
        包括已答复和已结束的
      </Checkbox>
      <Card flush>
        <DataTable
          caption="会商列表"
          columns={COLUMNS}
          query={useQuery(consultationsQuery({ view, page: list.page, size: list.size }))}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            <EmptyState title="没有待答复的会商" hint="其他部门复审时商请的申请会按答复时限排在这里。" />
          }
        />
      </Card>
    </div>
  );
}
