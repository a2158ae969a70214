/** Words for the operator's calls after a payment (满意度回访). */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const CALLBACK_STATE: Labels<Schema<"CallbackState">> = {
  open: { text: "待回访", tone: "info" },
  missed: { text: "未接通", tone: "warn" },
  done: { text: "已回访", tone: "ok" },
};

const SATISFACTION: Labels<Schema<"Satisfaction">> = {
  satisfied: { text: "满意", tone: "ok" },
  fair: { text: "一般", tone: "neutral" },
  dissatisfied: { text: "不满意", tone: "err" },
};

const ACCORD: Labels<Schema<"Satisfaction">> = {
  satisfied: { text: "一致", tone: "ok" },
  fair: { text: "基本一致", tone: "neutral" },
  dissatisfied: { text: "不一致", tone: "err" },
};

export type CallbackQuestion = Exclude<keyof Schema<"CallbackAnswers">, "note">;

export const CALLBACK_QUESTION: Texts<CallbackQuestion> = {
  as_told: "收费和放款与告知一致",
  service: "办理效率和服务态度",
  need: "资金需要得到满足",
};

/** What the enterprise may say to each. */
export const CALLBACK_ANSWER: Record<CallbackQuestion, Labels<Schema<"Satisfaction">>> = {
  as_told: ACCORD,
  service: SATISFACTION,
  need: SATISFACTION,
};
