/** Words for loans after their payment (贷后). */
import type { Schema } from "@/api/types";
import type { Label, Labels, Texts } from "./label";

export const DRAW_STATE: Labels<Schema<"DrawState">> = {
  recorded: { text: "待企业确认", tone: "info" },
  running: { text: "还款中", tone: "ok" },
  settled: { text: "已结清", tone: "neutral" },
  rejected: { text: "企业认为有误", tone: "err" },
  withdrawn: { text: "已撤回", tone: "neutral" },
};

export const OVERDUE_STAGE: Texts<Schema<"OverdueStage">> = {
  days1_30: "逾期 1–30 天",
  days31_90: "逾期 31–90 天",
  over90: "逾期 90 天以上",
};

export const LINE_STATE: Labels<Schema<"LineState">> = {
  paid: { text: "已还", tone: "ok" },
  ahead: { text: "未到期", tone: "neutral" },
  late: { text: "逾期未还", tone: "err" },
};

export const RECEIPT_KIND: Texts<Schema<"ReceiptKind">> = { planned: "按期还款", early: "提前还款" };

export const USE_FINDING: Labels<Schema<"UseFinding">> = {
  agreed: { text: "与约定用途一致", tone: "ok" },
  partly: { text: "部分与约定用途一致", tone: "warn" },
  other: { text: "与约定用途不符", tone: "err" },
};

/** The state, or for how long something has been late. */
export const drawLabel = ({
  state,
  stage,
  late_days,
}: Pick<Schema<"DrawView">, "state" | "stage" | "late_days">): Label =>
  stage ? { text: `逾期 ${late_days} 天`, tone: "err" } : DRAW_STATE[state];
