/** The decisions about an application, by its state, and the dialog behind them. */
import { useEffect } from "react";
import type { Schema } from "@/api/types";
import { useDecision } from "@/ui/desk/DeskContext";
import type { Decision } from "@/ui/desk/keys";
import { ReviewBar } from "@/ui/desk/ReviewBar";
import { lazyPart } from "@/ui/lazyPart";
import { DECISIONS } from "./decisions";
import { keptOf } from "./kept";

const DecisionDialog = lazyPart(() => import("./DecisionDialog").then((m) => m.DecisionDialog));

const ORDER: readonly Decision[] = ["approve", "return", "refuse"];

export function ApplicationDecisions({ detail }: { detail: Schema<"ApplicationDetail"> }) {
  const { open, show, close, decided } = useDecision<Decision>();
  const found = DECISIONS[detail.state] ?? {};
  const typedFor = (key: Decision) => {
    const action = found[key]?.action;
    return action !== undefined && keptOf(detail.id, action) !== null;
  };
  const offered = ORDER.flatMap((key) => {
    const deciding = found[key];
    const action = detail.actions.find((one) => one.action === deciding?.action);
    if (!deciding || !action) return [];
    const { label, andNext, danger } = deciding;
    const why = action.allowed ? undefined : (action.why ?? undefined);
    return [
      [
        key,
        {
          label,
          andNext,
          danger,
          primary: key === "approve",
          disabled: !action.allowed,
          why,
          onClick: () => show(key),
        },
      ] as const,
    ];
  });
  // What was being typed when the session ended is on the screen again.
  const begun = offered.find(([key, { disabled }]) => !disabled && typedFor(key))?.[0];
  const id = detail.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each application; afterwards the reader opens and closes it.
  useEffect(() => {
    if (begun) show(begun);
  }, [id]);
  const deciding = open ? found[open] : undefined;
  return (
    <>
      <ReviewBar waiting={offered.length > 0} decisions={Object.fromEntries(offered)} />
      {deciding && (
        <DecisionDialog
          detail={detail}
          deciding={deciding}
          onDecided={() => decided(deciding.done)}
          onClose={close}
        />
      )}
    </>
  );
}
