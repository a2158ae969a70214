/** What the operator can do: assign, answer with a finding, record what was put right. */
import type { Schema } from "@/api/types";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";

const AssignDialog = lazyPart(() => import("./OperatorDialogs").then((m) => m.AssignDialog));
const AnswerDialog = lazyPart(() => import("./OperatorDialogs").then((m) => m.AnswerDialog));
const RectifyDialog = lazyPart(() => import("./OperatorDialogs").then((m) => m.RectifyDialog));

const LOOKS = {
  assign: { label: "指定经办人", primary: true },
  answer: { label: "答复", primary: true },
  rectify: { label: "登记整改", primary: true },
} satisfies Partial<Record<Schema<"ComplaintView">["actions"][number]["action"], Look>>;

type Key = keyof typeof LOOKS;

export function OperatorActions({ complaint }: { complaint: Schema<"ComplaintView"> }) {
  const { open, show, close, done } = useDialog<Key>();
  const dialog = { complaint, onDone: done, onClose: close };
  const { allowed, blocked } = splitActions(LOOKS, complaint.actions, show);
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open === "assign" && <AssignDialog {...dialog} />}
      {open === "answer" && <AnswerDialog {...dialog} />}
      {open === "rectify" && <RectifyDialog {...dialog} />}
    </>
  );
}
