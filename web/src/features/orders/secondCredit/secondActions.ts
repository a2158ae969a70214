/** The words, order and looks of what each side may do with a second credit. */
import type { Schema } from "@/api/types";
import type { Look } from "@/ui/splitActions";

type Looks = Partial<Record<Schema<"SecondAction">["action"], Look>>;

export const SECOND_LOOKS = {
  confirm: { label: "同意", primary: true },
  approve: { label: "同意展期", primary: true },
  accept: { label: "接受展期方案", primary: true },
  decline: { label: "不同意" },
  refuse: { label: "不同意展期", danger: true },
  decline_offer: { label: "不接受展期方案", danger: true },
  withdraw: { label: "撤回申请", danger: true },
} satisfies Looks;

export type SecondKey = keyof typeof SECOND_LOOKS;

/** What is ended with a reason that the other side reads. */
export const SECOND_ENDINGS = {
  decline: { title: "不同意二次授信？", ok: "不同意", done: "已答复不同意" },
  withdraw: { title: "撤回二次授信申请？", ok: "撤回", done: "已撤回" },
  decline_offer: { title: "不接受展期方案？", ok: "不接受", done: "已答复不接受，贷款按原到期日执行" },
} as const;

export type SecondEnding = keyof typeof SECOND_ENDINGS;

export const isEnding = (key: SecondKey | null): key is SecondEnding => key !== null && key in SECOND_ENDINGS;

/** What the institution's agreement leads to. */
export const confirmText = (kind: Schema<"SecondKind">): string =>
  kind === "extension"
    ? "同意后由贵机构审批展期，审批时限从现在开始计算；尚未承诺展期。"
    : "同意后新的对接单直接进入授信审批，审批时限从现在开始计算；尚未承诺放款。";
