/** How far orders came, whatever became of them: whoever reached a step passed those before it. */
import type { Schema } from "@/api/types";

type Order = Pick<
  Schema<"InstitutionOrderView">,
  "offer" | "contacted_at" | "decision" | "disbursement" | "equity"
>;

const STEPS: readonly { name: string; there: (order: Order) => boolean }[] = [
  { name: "对接单", there: () => true },
  { name: "已报价", there: ({ offer, equity }) => !!(offer ?? equity?.offer) },
  { name: "已联系企业", there: (order) => order.contacted_at !== null },
  { name: "已同意授信或投资", there: ({ decision, equity }) => !!(decision ?? equity?.term_sheet) },
  {
    name: "已放款或到账",
    there: ({ disbursement, equity }) => !!disbursement || (equity?.tranches.length ?? 0) > 0,
  },
];

export function reachedSteps(orders: readonly Order[]): { name: string; value: number }[] {
  return STEPS.map(({ name }, index) => ({
    name,
    value: orders.filter((order) => STEPS.slice(index).some(({ there }) => there(order))).length,
  }));
}
