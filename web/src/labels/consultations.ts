/** Words for 会商. */
import type { Schema } from "@/api/types";
import type { Labels } from "./label";

export const CONSULTATION_STATE: Labels<Schema<"ConsultationState">> = {
  open: { text: "会商中", tone: "info" },
  overdue: { text: "逾期未答复", tone: "warn" },
  answered: { text: "已答复", tone: "ok" },
  closed: { text: "已结束", tone: "neutral" },
};

export const CONSULTATION_VERDICT: Labels<Schema<"ConsultationVerdict">> = {
  no_objection: { text: "无异议", tone: "ok" },
  objection: { text: "有异议", tone: "err" },
};
