/** The server's list of actions on a demand as buttons and reasons. */
import type { Schema } from "@/api/types";
import { type Look, splitActions } from "@/ui/splitActions";

type Key = Schema<"DemandAction">["action"];

const LOOKS: Record<Key, Look> = {
  submit: { label: "核对并提交", primary: true },
  edit: { label: "修改" },
  complete: { label: "停止接收其他报价" },
  copy: { label: "复制为新需求" },
  withdraw: { label: "撤回需求", danger: true },
};

/** A direct application that came to nothing is submitted in other words. */
export const demandActions = (
  actions: readonly Schema<"DemandAction">[],
  open: (key: Key) => void,
  state?: Schema<"DemandView">["state"],
) => {
  const submit =
    state === "closed_unmatched" ? { ...LOOKS.submit, label: "重新提交为公开需求" } : LOOKS.submit;
  return splitActions({ ...LOOKS, submit }, actions, open);
};
