/**
 * The decisions of a review with their dialogs: approve, return with all defects, refuse with a reason. What they are called and
 * what is said of them follows from the kind; the page says what follows from an approval, and writes.
 */
import type { ReactNode } from "react";
import type { IntentHeader } from "@/api/intent";
import type { Topic } from "@/api/topics";
import type { Schema } from "@/api/types";
import { DECISION } from "@/labels/decisions";
import type { DefectFields } from "@/labels/defects";
import { REFUSALS, UPHELD } from "@/labels/opinions";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDecision } from "@/ui/desk/DeskContext";
import { ReviewBar } from "@/ui/desk/ReviewBar";
import { lazyPart } from "@/ui/lazyPart";

const ReturnDialog = lazyPart(() => import("./ReturnDialog").then((m) => m.ReturnDialog));

type Props<Out> = {
  kind: Schema<"ReviewKind">;
  waiting: boolean;
  changes: Topic;
  /** How long a reason is. */
  limit: { readonly min?: number; readonly max: number };
  /** What follows from an approval, in the dialog. */
  approval: ReactNode;
  /** Why it cannot be approved yet. */
  notYet?: string | false;
  /** The words are empty, unless the kind asks for some with both decisions. */
  approve: (words: string, headers: IntentHeader) => Promise<Out>;
  /** What is said of an approval, where that depends on what came of it. */
  approved?: (out: Out) => string;
  /** Where it can be sent back: what can be pointed at. */
  sendBack?: {
    fields: DefectFields;
    write: (defects: Schema<"Defect">[], headers: IntentHeader) => Promise<unknown>;
  };
  refuse: (reason: string, headers: IntentHeader) => Promise<unknown>;
  /** As soon as any of them is made. */
  onDecided?: () => void;
  /** What can be done besides. */
  others?: Action[];
};

export function ReviewDecisions<Out>(props: Props<Out>) {
  const { kind, waiting, changes, limit, approval, notYet, approved, sendBack, others } = props;
  const { open, show, close, decided, deciding } = useDecision<"approve" | "return" | "refuse">();
  const { approve, refuse, told, asked } = DECISION[kind];
  const done = (text: string) => {
    props.onDecided?.();
    decided(text);
  };
  const refusing = refuse.label ?? "不予通过";
  const shared = { changes, onClose: close };
  return (
    <>
      <ReviewBar
        waiting={waiting}
        decisions={{
          approve: {
            label: approve.label,
            andNext: approve.andNext ?? "通过并下一件",
            primary: true,
            disabled: Boolean(notYet),
            why: notYet || null,
            onClick: () => show("approve"),
          },
          ...(sendBack && { return: { label: "退回补正", onClick: () => show("return") } }),
          refuse: { label: refusing, danger: !refuse.mild, onClick: () => show("refuse") },
        }}
        others={others}
      />
      {open === "approve" && (
        <ConfirmDialog<Out>
          {...shared}
          title={`${approve.label}？`}
          okText={approve.ok ?? approve.label}
          reason={asked ? { label: asked, limit, placeholder: refuse.hint, canned: UPHELD } : undefined}
          write={deciding(props.approve)}
          onDone={(out) => done(approved?.(out) ?? approve.done)}
        >
          {approval}
        </ConfirmDialog>
      )}
      {open === "return" && sendBack && (
        <ReturnDialog
          {...shared}
          fields={sendBack.fields}
          kind={kind}
          write={deciding(sendBack.write)}
          onDone={() => done(`已退回补正，并通知${told}`)}
        />
      )}
      {open === "refuse" && (
        <ConfirmDialog
          {...shared}
          title={`${refusing}？`}
          okText={refuse.ok ?? "不予通过并通知"}
          danger={!refuse.mild}
          reason={{
            label: asked ?? "不予通过的原因",
            limit,
            placeholder: refuse.hint,
            canned: REFUSALS[kind],
          }}
          write={deciding(props.refuse)}
          onDone={() => done(refuse.done)}
        >
          {refuse.text}
        </ConfirmDialog>
      )}
    </>
  );
}
