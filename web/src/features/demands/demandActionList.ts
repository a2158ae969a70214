/** The words, order and looks of what the enterprise may do with a demand. */
import type { Schema } from "@/api/types";
import type { Look } from "@/ui/splitActions";

const LOOKS: Record<Schema<"DemandAction">["action"], Look> = {
  submit: { label: "核对并提交", primary: true },
  edit: { label: "修改" },
  complete: { label: "停止接收其他报价" },
  copy: { label: "复制为新需求" },
  withdraw: { label: "撤回需求", danger: true },
};

/** A direct application that came to nothing is submitted in other words. */
export const demandLooks = (state: Schema<"DemandView">["state"]): typeof LOOKS =>
  state === "closed_unmatched"
    ? { ...LOOKS, submit: { ...LOOKS.submit, label: "重新提交为公开需求" } }
    : LOOKS;
