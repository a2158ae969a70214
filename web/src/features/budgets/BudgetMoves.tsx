/** Every movement of a budget, newest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { BUDGET_MOVE } from "@/labels/applications";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { DateText, Money } from "@/ui/Values";
import { budgetMovesQuery } from "./queries";

type Row = Schema<"BudgetMoveView">;

const columns = (application: (id: string) => string): Column<Row>[] => [
  { key: "kind", title: "变动", primary: true, render: (row) => BUDGET_MOVE[row.kind] },
  { key: "amount", title: "金额", numeric: true, render: (row) => <Money fen={row.amount} /> },
  {
    key: "left",
    title: "变动后余额",
    numeric: true,
    render: (row) => (row.left === null ? "不设上限" : <Money fen={row.left} />),
  },
  { key: "by", title: "经办人", render: (row) => row.by ?? "系统" },
  {
    key: "application",
    title: "申请",
    render: (row) => <Link to={application(row.application_id)}>查看申请</Link>,
  },
  { key: "at", title: "时间", render: (row) => <DateText value={row.at} mode="time" /> },
];

type Props = { id: string; application: (id: string) => string };

export function BudgetMoves({ id, application }: Props) {
  const list = useListParams();
  return (
    <Card flush title="变动记录">
      <DataTable
        caption="预算变动记录"
        columns={columns(application)}
        query={useQuery(budgetMovesQuery(id, { page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => `${row.at} ${row.application_id} ${row.kind}`}
        empty={<EmptyState title="还没有变动" hint="复审通过后预留，列入拨付清单后进入拨付。" />}
      />
    </Card>
  );
}
