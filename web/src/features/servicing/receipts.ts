/** What a repayment begins with, on which page a plan opens, and what became of a sheet. */
import type { Schema } from "@/api/types";

type Plan = readonly Schema<"PlanLine">[];

/** The first line that is not paid: what is late, or what falls due next. */
export const nextLine = (plan: Plan) => plan.find((line) => line.state !== "paid");

/** A repayment as planned, to begin with. */
export function plannedReceipt(loan: { plan: Plan; owed: number; next_amount: number }) {
  const line = nextLine(loan.plan);
  if (!line) return {};
  const principal = Math.min(line.principal, loan.owed);
  // What was paid beyond the lines before is taken off what falls due next.
  const rest = line.state === "ahead" ? Math.max(0, loan.next_amount - principal) : line.interest;
  return { principal, interest: Math.min(line.interest, rest) };
}

/** Lines of a plan on one page: a year. */
export const PLAN_PAGE = 12;

/** The page with what is late or falls due next; of a plan that is paid, the last one. */
export function openingPage(plan: Plan): number {
  const next = plan.findIndex((line) => line.state !== "paid");
  const line = next < 0 ? Math.max(plan.length - 1, 0) : next;
  return Math.floor(line / PLAN_PAGE) + 1;
}

/** `已登记 2 笔，跳过此前已登记的 1 笔，有误 1 行`. */
export function outcomeText({ recorded, known, faults }: Schema<"SheetOutcome">): string {
  const parts = [`已登记 ${recorded} 笔`];
  if (known > 0) parts.push(`跳过此前已登记的 ${known} 笔`);
  if (faults.length > 0) parts.push(`有误 ${faults.length} 行，改正后请再次导入`);
  return parts.join("，");
}
