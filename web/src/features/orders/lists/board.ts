/** The columns of the institution's board: where each live order stands, what is oldest on top. */
import type { Schema } from "@/api/types";

export type BoardColumn = {
  key: string;
  title: string;
  states: readonly Schema<"OrderState">[];
  mine: boolean;
};

/** `mine`: the institution has to act next. */
export const BOARD: readonly BoardColumn[] = [
  { key: "invited", title: "平台派单", states: ["invited"], mine: true },
  { key: "applied", title: "待受理", states: ["applied"], mine: true },
  { key: "grabbed", title: "待企业确认", states: ["grabbed"], mine: false },
  { key: "contacting", title: "待首次联系", states: ["contacting"], mine: true },
  { key: "due_diligence", title: "尽职调查", states: ["due_diligence"], mine: true },
  { key: "credit_review", title: "审批决策", states: ["credit_review"], mine: true },
  { key: "offered", title: "待企业接受", states: ["offered"], mine: false },
  { key: "contracting", title: "签约待付款", states: ["contracting"], mine: true },
  { key: "disbursed", title: "待企业确认放款", states: ["disbursed"], mine: false },
];

export function boardColumns(
  orders: readonly Schema<"InstitutionOrderView">[],
): (BoardColumn & { orders: Schema<"InstitutionOrderView">[] })[] {
  return BOARD.map((column) => ({
    ...column,
    orders: orders
      .filter((order) => column.states.includes(order.state))
      .sort((a, b) => a.updated_at.localeCompare(b.updated_at)),
  }));
}
