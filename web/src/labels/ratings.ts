/** Words for ratings and appeals. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const ASPECT: Texts<Schema<"Aspect">> = {
  responsiveness: "响应速度",
  professionalism: "专业能力",
  fee_transparency: "收费透明",
  truthfulness: "资料真实",
  cooperation: "配合程度",
  fulfilment: "履约情况",
  overall: "整体评价",
};

/** What each side marks, in the order of the form; the server refuses anything else. */
export const ASPECTS_OF: Record<Schema<"RatingParty">, readonly Schema<"Aspect">[]> = {
  enterprise: ["responsiveness", "professionalism", "fee_transparency", "overall"],
  institution: ["truthfulness", "cooperation", "fulfilment", "overall"],
};

export const APPEAL_STATE: Labels<Schema<"AppealState">> = {
  open: { text: "申诉处理中", tone: "info" },
  upheld: { text: "申诉成立，不计入", tone: "neutral" },
  rejected: { text: "申诉不成立", tone: "warn" },
};

export const SCORES: readonly { value: number; label: string }[] = [
  { value: 1, label: "1 很差" },
  { value: 2, label: "2 较差" },
  { value: 3, label: "3 一般" },
  { value: 4, label: "4 满意" },
  { value: 5, label: "5 很满意" },
];

/** `4.75 分（12 次评价）`; says so when nobody has rated yet. */
export function reputationText(reputation: { average: number; count: number } | null | undefined): string {
  if (!reputation) return "暂无评价";
  return `${(reputation.average / 100).toFixed(2)} 分（${reputation.count} 次评价）`;
}
