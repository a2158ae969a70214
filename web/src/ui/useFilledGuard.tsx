/** Asks before Esc throws away what was typed in a dialog; what its buttons do they say themselves. */
import type { FormInstance } from "antd";
import { useState } from "react";
import { lazyPart } from "./lazyPart";

const LeaveDialog = lazyPart(() => import("./LeaveDialog").then((m) => m.LeaveDialog));

/** `onCancel` is for the Modal; `guard` is rendered anywhere in it. */
export function useFilledGuard<T>(form: FormInstance<T>, onClose: () => void) {
  const [asking, setAsking] = useState(false);
  const onCancel = (event: { type: string }) => {
    if (event.type.startsWith("key") && form.isFieldsTouched()) setAsking(true);
    else onClose();
  };
  const guard = asking && <LeaveDialog of="dialog" onLeave={onClose} onStay={() => setAsking(false)} />;
  return { onCancel, guard };
}
