/** 还款计划 as it holds now, a year on a page; it opens where something is due. */
import { useState } from "react";
import type { Schema } from "@/api/types";
import { LINE_STATE } from "@/labels/servicing";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { inPages } from "@/ui/wholeList";
import { openingPage, PLAN_PAGE } from "./receipts";

const COLUMNS: Column<Schema<"PlanLine">>[] = [
  { key: "month", title: "期次", primary: true, render: (row) => `第 ${row.month} 期` },
  { key: "due", title: "应还日", render: (row) => <DateText value={row.due_on} /> },
  {
    key: "principal",
    title: "本金（元）",
    numeric: true,
    render: (row) => <Money fen={row.principal} unit="yuan" bare />,
  },
  {
    key: "interest",
    title: "利息（元）",
    numeric: true,
    render: (row) => <Money fen={row.interest} unit="yuan" bare />,
  },
  {
    key: "fees",
    title: "费用（元）",
    numeric: true,
    render: (row) => <Money fen={row.fees} unit="yuan" bare />,
  },
  { key: "state", title: "状态", badge: true, render: (row) => <StatusTag label={LINE_STATE[row.state]} /> },
];

export function LoanPlan({ loan }: { loan: Schema<"DrawDetail"> }) {
  const { plan } = loan;
  const [page, setPage] = useState(openingPage(plan));
  const paid = plan.filter((line) => line.state === "paid").length;
  return (
    <Card
      title="还款计划"
      flush
      extra={
        <span className="card-note">
          共 {plan.length} 期，已还 {paid} 期；利息合计 <Money fen={loan.plan_interest} unit="yuan" />
        </span>
      }
    >
      <DataTable
        caption="还款计划"
        columns={COLUMNS.filter(({ key }) => key !== "fees" || plan.some((line) => line.fees > 0))}
        {...inPages(plan, PLAN_PAGE, page, setPage)}
        rowKey={(row) => String(row.month)}
        empty={<EmptyState title="没有还款计划" />}
      />
    </Card>
  );
}
