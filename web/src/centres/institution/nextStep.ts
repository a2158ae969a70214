/** The one step that an institution takes next with an order, from wherever it is listed. */
import type { Schema } from "@/api/types";
import {
  decidesJointly,
  INSTITUTION_ACTIONS,
  type InstitutionActionKey,
  worded,
} from "@/features/orders/steps/orderActions";

/** `joint`: it is decided with the others, on the page of the joint credit. */
export type NextStep = { key: InstitutionActionKey | "joint"; label: string };

type Order = Schema<"InstitutionOrderView">;

/** Nothing where the enterprise has to act, or this account may not. */
export function nextStepOf(order: Order): NextStep | null {
  if (decidesJointly(order)) return { key: "joint", label: "前往联合授信审批" };
  const can = (key: string) => order.actions.some(({ action, allowed }) => allowed && action === key);
  // Nobody waits for a correction unless the enterprise says that the figures are wrong.
  if (order.disputed && !order.corrected && can("correct_payment"))
    return { key: "correct_payment", label: INSTITUTION_ACTIONS.correct_payment.label };
  const looks = worded(INSTITUTION_ACTIONS, order.kind);
  const keys = Object.keys(looks) as InstitutionActionKey[];
  const key = keys.find((one) => looks[one].primary && !looks[one].danger && can(one));
  return key ? { key, label: looks[key].label } : null;
}
