/** 逾期督办: orders that institutions are late with. Nothing here names an enterprise. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { ORDER_STATE } from "@/labels/finance";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";

const COLUMNS: Column<Schema<"OverdueOrder">>[] = [
  { key: "institution", title: "机构", primary: true, render: (row) => row.institution_name },
  { key: "state", title: "环节", badge: true, render: (row) => <StatusTag label={ORDER_STATE[row.state]} /> },
  { key: "no", title: "对接单号", render: (row) => row.no },
  { key: "demand", title: "需求编号", render: (row) => row.demand_no },
  { key: "officer", title: "经办人", render: (row) => row.officer_name ?? "—" },
  { key: "due", title: "逾期", render: (row) => <DueText due={row.due} short /> },
];

export function OverdueList() {
  const list = useListParams();
  const { page, size } = list;
  const query = useQuery(listQuery("orders", "/oversight/overdue-orders", { query: { page, size } }));
  return (
    <Card flush>
      <DataTable
        caption="逾期未办理的对接单"
        columns={COLUMNS}
        query={query}
        list={list}
        rowKey={(row) => row.id}
        empty={<EmptyState title="没有逾期的对接单" hint="机构超过办理时限的对接单会列在这里。" />}
      />
    </Card>
  );
}
