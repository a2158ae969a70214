/** Steps of orders taken where these are listed: the dialog of the step opens there, or the page where it is taken. */
import { useNavigate } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import type { InstitutionActionKey } from "@/features/orders/steps/orderActions";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import { type NextStep, nextStepOf } from "./nextStep";

const InstitutionOrderDialog = lazyPart(() =>
  import("@/features/orders/steps/InstitutionOrderDialog").then((m) => m.InstitutionOrderDialog),
);

type Order = Schema<"InstitutionOrderView">;

const { institution } = paths;

export function useOrderSteps() {
  const { open, show, close, done } = useDialog<{ order: Order; step: InstitutionActionKey }>();
  const navigate = useNavigate();
  const begin = (order: Order, { key }: NextStep) => {
    if (key === "take") void navigate(institution.demand(order.demand.id));
    else if (key === "joint") void navigate(institution.jointCredit(order.joint_id ?? ""));
    else show({ order, step: key });
  };
  /** The next step of an order with what begins it. */
  const stepOf = (order: Order) => {
    const step = nextStepOf(order);
    return step ? { ...step, run: () => begin(order, step) } : undefined;
  };
  const dialog = open && <InstitutionOrderDialog {...open} onDone={done} onClose={close} onGone={close} />;
  return { stepOf, dialog };
}
