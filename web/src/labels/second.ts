/** Words for second credits (二次授信). */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const SECOND_KIND: Texts<Schema<"SecondKind">> = {
  top_up: "追加额度",
  again: "再授信",
  renewal: "续贷",
  increase: "增额",
  extension: "展期",
};

export const SECOND_SIDE: Texts<Schema<"SecondSide">> = { enterprise: "企业", institution: "机构" };

export const SECOND_STATE: Labels<Schema<"SecondState">> = {
  requested: { text: "待对方确认", tone: "info" },
  reviewing: { text: "待平台审核", tone: "info" },
  opened: { text: "已进入授信审批", tone: "ok" },
  deciding: { text: "展期审批中", tone: "purple" },
  offered: { text: "展期方案待企业接受", tone: "info" },
  extended: { text: "已展期", tone: "ok" },
  declined: { text: "对方未同意", tone: "neutral" },
  withdrawn: { text: "已撤回", tone: "neutral" },
  expired: { text: "逾期未确认", tone: "warn" },
  not_allowed: { text: "平台审核未通过", tone: "err" },
  refused: { text: "机构不同意展期", tone: "err" },
  offer_declined: { text: "企业未接受展期", tone: "neutral" },
  offer_expired: { text: "展期方案已失效", tone: "warn" },
  voided: { text: "机构逾期未决定", tone: "warn" },
};

export const SECOND_FIELD: Texts<Schema<"SecondField">> = {
  amount: "金额",
  term_months: "期限",
  rate: "年利率",
  repayment: "还款方式",
  guarantee: "担保方式",
  use_kind: "资金用途",
  use_text: "用途说明",
  repayment_source: "还款来源",
  extend_to: "新的到期日",
};

export const SECOND_NEXT: Texts<Schema<"SecondState">> = {
  requested: "等待对方在时限内确认。",
  reviewing: "双方已同意。因历史评价缺失或偏低，由平台审核后继续。",
  opened: "双方已同意，新的对接单直接进入授信审批。",
  deciding: "双方已同意展期，由机构在时限内审批。",
  offered: "机构已同意展期，等待企业在有效期内答复。",
  extended: "贷款已展期，到期日已更新。",
  declined: "对方没有同意，可以另行协商后再次提出。",
  withdrawn: "申请已撤回。",
  expired: "对方没有在时限内确认，申请已失效。",
  not_allowed: "平台审核没有通过，原因见下。",
  refused: "机构没有同意展期，原因见下。",
  offer_declined: "企业没有接受展期方案。",
  offer_expired: "企业没有在有效期内答复，方案已失效。",
  voided: "机构没有在时限内决定，申请已失效。",
};
