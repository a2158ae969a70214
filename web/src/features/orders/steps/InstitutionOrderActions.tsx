/** Everything the institution may do with its order: the buttons, and behind them the dialogs. */

import type { Schema } from "@/api/types";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { InstitutionOrderDialog } from "./InstitutionOrderDialog";
import { INSTITUTION_ACTIONS, type InstitutionActionKey, SOON_INSTITUTION, worded } from "./orderActions";

type Props = {
  order: Schema<"InstitutionOrderView">;
  /** The order is with a unit that this account does not see. */
  onGone: () => void;
  /** Opens the demand with the form for an offer. */
  onTake: () => void;
  /** Opens the joint credit, where that is where the decision is made. */
  onJoint?: () => void;
};

export function InstitutionOrderActions({ order, onGone, onTake, onJoint }: Props) {
  const { open, show, close, done } = useDialog<InstitutionActionKey>();
  const { allowed, blocked } = splitActions(
    worded(INSTITUTION_ACTIONS, order.kind),
    order.actions,
    (key) => (key === "take" ? onTake() : show(key)),
    SOON_INSTITUTION[order.state] ?? [],
  );
  // Nobody waits for a correction unless the enterprise says that the figures are wrong.
  for (const action of allowed)
    if (action.key === "correct_payment") action.primary = order.disputed && !order.corrected;
  if (onJoint) allowed.unshift({ key: "joint", label: "前往联合授信审批", primary: true, onClick: onJoint });
  return (
    <>
      {/* That an order has ended its head says already. */}
      <NowActions allowed={allowed} blocked={order.closed_at ? [] : blocked} />
      {open && (
        <InstitutionOrderDialog order={order} step={open} onDone={done} onClose={close} onGone={onGone} />
      )}
    </>
  );
}
