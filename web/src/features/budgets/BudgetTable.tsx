/** What each item may pay in all, and what is promised and paid of it. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { DateText, Money } from "@/ui/Values";
import { budgetsQuery } from "./queries";

type Row = Schema<"BudgetView">;

const money = (key: "reserved" | "listed" | "paid", title: string): Column<Row> => ({
  key,
  title,
  numeric: true,
  render: (row) => <Money fen={row[key]} />,
});

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "政策事项", primary: true, render: (row) => row.title },
  {
    key: "left",
    title: "可用余额",
    numeric: true,
    render: (row) => (row.left === null ? "不设上限" : <Money fen={row.left} />),
  },
  {
    key: "total",
    title: "预算",
    numeric: true,
    render: (row) => (row.total === null ? "不设上限" : <Money fen={row.total} />),
  },
  money("reserved", "已预留"),
  money("listed", "拨付中"),
  money("paid", "已拨付"),
  {
    key: "updated",
    title: "最近变动",
    hideOnPhone: true,
    render: (row) => <DateText value={row.updated_at} mode="ago" />,
  },
];

export function BudgetTable({ rowLink }: { rowLink: (id: string) => string }) {
  const list = useListParams();
  return (
    <Card flush>
      <DataTable
        caption="资金预算列表"
        columns={COLUMNS}
        query={useQuery(budgetsQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.policy_id}
        rowLink={(row) => rowLink(row.policy_id)}
        empty={<EmptyState title="还没有预算" hint="事项发布后，这里显示它的预算和每笔变动。" />}
      />
    </Card>
  );
}
