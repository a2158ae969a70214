/** A decision with its consequences in words, optionally with a reason; mounted while it is open, and until the server agrees. */
import type { ConfirmProps } from "./ConfirmBox";
import { lazyPart } from "./lazyPart";

const ConfirmBox = lazyPart(() => import("./ConfirmBox").then((m) => m.ConfirmBox<unknown>));

export const ConfirmDialog = <Out,>({ onDone, ...props }: ConfirmProps<Out>) => (
  <ConfirmBox {...props} onDone={(out) => onDone(out as Out)} />
);
