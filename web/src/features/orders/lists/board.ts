/** The five columns of the institution's board: where each live order stands, what is due next on top. */
import type { Schema } from "@/api/types";
import type { InstitutionActionKey } from "../steps/orderActions";

type State = Schema<"OrderState">;

export type BoardColumn = { key: string; title: string; states: readonly State[] };

export const BOARD: readonly BoardColumn[] = [
  { key: "offer", title: "接单报价", states: ["invited", "applied", "grabbed"] },
  { key: "contact", title: "首次联系", states: ["contacting"] },
  { key: "study", title: "尽职调查", states: ["due_diligence"] },
  { key: "decision", title: "审批决策", states: ["credit_review"] },
  { key: "pay", title: "授信放款", states: ["offered", "contracting", "disbursed"] },
];

/** Steps that bring an order into another column. */
export const MOVES: Partial<Record<InstitutionActionKey, string>> = {
  take_on: "contact",
  contact: "study",
  start_review: "decision",
  approve: "pay",
};

/** Its column; none of an order that has ended. */
export const columnOf = (state: State): string | undefined =>
  BOARD.find(({ states }) => states.includes(state))?.key;

type Placed = Pick<Schema<"InstitutionOrderView">, "due" | "updated_at">;

/** The nearest limit first, then what has waited longest. */
export const byDue = (a: Placed, b: Placed): number => {
  const [x, y] = [a, b].map(({ due }) => due?.days_left ?? Number.MAX_VALUE) as [number, number];
  return x - y || a.updated_at.localeCompare(b.updated_at);
};
