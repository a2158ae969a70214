/** Words for 免申即享. */
import type { Schema } from "@/api/types";
import type { Labels } from "./label";

export const AUTOMATIC_STATE: Labels<Schema<"AutomaticState">> = {
  checking: { text: "待核对", tone: "warn" },
  notified: { text: "已通知企业", tone: "ok" },
  dropped: { text: "已作废", tone: "neutral" },
};

export const AUTOMATIC_ENTRY_STATE: Labels<Schema<"AutomaticEntryState">> = {
  eligible: { text: "拟享受", tone: "ok" },
  left_out: { text: "未列入", tone: "neutral" },
  struck: { text: "核对剔除", tone: "err" },
  notified: { text: "待企业确认", tone: "info" },
  confirmed: { text: "已确认", tone: "ok" },
  declined: { text: "企业放弃", tone: "neutral" },
  lapsed: { text: "逾期未确认", tone: "neutral" },
};
