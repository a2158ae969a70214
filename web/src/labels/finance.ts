/** Words for demands, orders, consents and the bands of the demand market. */
import type { Schema } from "@/api/types";
import type { Label, Labels, Texts } from "./label";

export const DEMAND_STATE: Labels<Schema<"DemandState">> = {
  draft: { text: "草稿", tone: "neutral" },
  reviewing: { text: "待审核", tone: "info" },
  returned: { text: "退回补正", tone: "warn" },
  refused: { text: "审核未通过", tone: "err" },
  dispatched: { text: "派单中", tone: "info" },
  open: { text: "公开抢单中", tone: "info" },
  negotiating: { text: "对接中", tone: "purple" },
  agreed: { text: "已达成", tone: "ok" },
  fulfilled: { text: "已放款", tone: "ok" },
  partially_fulfilled: { text: "部分放款", tone: "ok" },
  closed_unmatched: { text: "对接未成功", tone: "warn" },
  closed_expired: { text: "逾期关闭", tone: "neutral" },
  withdrawn: { text: "已撤回", tone: "neutral" },
};

export const ORDER_STATE: Labels<Schema<"OrderState">> = {
  invited: { text: "平台派单·待接单", tone: "warn" },
  applied: { text: "待机构受理", tone: "info" },
  grabbed: { text: "待企业确认", tone: "info" },
  contacting: { text: "对接中", tone: "purple" },
  due_diligence: { text: "尽职调查", tone: "purple" },
  credit_review: { text: "授信审批", tone: "purple" },
  offered: { text: "已授信·待企业接受", tone: "info" },
  contracting: { text: "签约中", tone: "purple" },
  disbursed: { text: "已放款·待企业确认", tone: "info" },
  closed: { text: "已完成", tone: "ok" },
  refused: { text: "机构未批准", tone: "err" },
  declined_by_ent: { text: "企业未选择", tone: "neutral" },
  declined_offer: { text: "企业未接受授信", tone: "neutral" },
  withdrawn: { text: "已撤回", tone: "neutral" },
  lost: { text: "未达成", tone: "neutral" },
  passed: { text: "未接单", tone: "neutral" },
  expired_ent: { text: "企业逾期未选择", tone: "neutral" },
  expired_inst: { text: "机构逾期未受理", tone: "err" },
  expired_offer: { text: "企业逾期未接受", tone: "neutral" },
  voided: { text: "机构逾期·已作废", tone: "err" },
};

/** States in which somebody still has to act. */
export const LIVE_ORDER_STATES: readonly Schema<"OrderState">[] = [
  "invited",
  "applied",
  "grabbed",
  "contacting",
  "due_diligence",
  "credit_review",
  "offered",
  "contracting",
  "disbursed",
];

export const FINANCING_KIND: Labels<Schema<"FinancingKind">> = {
  debt: { text: "债权融资", tone: "info" },
  equity: { text: "股权融资", tone: "purple" },
};

export const STAGE: Texts<Schema<"Stage">> = {
  seed: "种子轮",
  angel: "天使轮",
  a: "A 轮",
  b: "B 轮",
  c: "C 轮及以后",
  pre_ipo: "Pre-IPO",
};

/** It is paid, but the enterprise says that the figures are wrong. */
const DISPUTED: Label = { text: "企业有异议，待核对", tone: "err" };
/** The institution has put it right since. */
const CORRECTED: Label = { text: "记录已更正，待办结", tone: "warn" };

/** The state of an order in the words of its kind: an investment is not a loan. */
export function orderState(order: {
  state: Schema<"OrderState">;
  kind: Schema<"FinancingKind">;
  disputed?: boolean;
  corrected?: boolean;
}): Label {
  if (order.disputed) return order.corrected ? CORRECTED : DISPUTED;
  return (order.kind === "equity" && EQUITY_STATE[order.state]) || ORDER_STATE[order.state];
}

const EQUITY_STATE: Partial<Labels<Schema<"OrderState">>> = {
  credit_review: { text: "投资决策", tone: "purple" },
  offered: { text: "已出条款·待企业接受", tone: "info" },
  disbursed: { text: "已到账·待企业确认", tone: "info" },
  refused: { text: "机构未投资", tone: "err" },
  declined_offer: { text: "企业未接受条款", tone: "neutral" },
};

export const USE_KIND: Texts<Schema<"UseKind">> = {
  working_capital: "流动资金周转",
  equipment: "购置设备",
  rnd: "研发投入",
  expansion: "扩大生产经营",
  property: "厂房与经营场所",
  supply_chain: "供应链与订单",
  refinancing: "续贷与置换",
  other: "其他",
};

export const GUARANTEE: Texts<Schema<"Guarantee">> = {
  credit: "信用",
  mortgage: "抵押",
  pledge: "质押",
  guarantor: "保证",
  guarantee_company: "担保公司担保",
  insurance: "保证保险",
  combined: "组合担保",
};

export const REPAYMENT: Texts<Schema<"Repayment">> = {
  equal_installment: "等额本息",
  equal_principal: "等额本金",
  interest_first: "先息后本",
  bullet: "到期一次还本付息",
  revolving: "随借随还",
  quarterly: "按季付息",
};

export const CONTACT_METHOD: Texts<Schema<"ContactMethod">> = {
  phone: "电话",
  visit: "上门走访",
  video: "视频会议",
  wechat: "微信",
  email: "电子邮件",
  other: "其他方式",
};

export const CONSENT_SCOPE: Texts<Schema<"ConsentScope">> = {
  identity: "企业身份",
  contact: "联系方式",
  business: "经营情况",
  finance: "财务情况",
  attachments: "附件材料",
};

export const AMOUNT_BAND: Texts<Schema<"AmountBand">> = {
  up_to_100: "100 万元以下",
  to_500: "100–500 万元",
  to_1000: "500–1000 万元",
  to_3000: "1000–3000 万元",
  above_3000: "3000 万元以上",
};

export const TERM_BAND: Texts<Schema<"TermBand">> = {
  up_to_6: "6 个月以内",
  to_12: "6–12 个月",
  to_36: "1–3 年",
  to_60: "3–5 年",
  above_60: "5 年以上",
};

export const YEARS_BAND: Texts<Schema<"YearsBand">> = {
  under_1: "成立不满 1 年",
  to_3: "成立 1–3 年",
  to_5: "成立 3–5 年",
  to_10: "成立 5–10 年",
  above_10: "成立 10 年以上",
  under_5: "成立不满 5 年",
  from_5: "成立 5 年以上",
};

export const STAFF_BAND: Texts<Schema<"StaffBand">> = {
  up_to_10: "10 人以下",
  to_50: "10–50 人",
  to_100: "50–100 人",
  to_300: "100–300 人",
  above_300: "300 人以上",
  up_to_100: "100 人以下",
  above_100: "100 人以上",
};

export const REVENUE_BAND: Texts<Schema<"RevenueBand">> = {
  up_to_500: "500 万元以下",
  to_2000: "500–2000 万元",
  to_5000: "2000–5000 万元",
  to_40000: "5000 万–4 亿元",
  above_40000: "4 亿元以上",
  up_to_5000: "5000 万元以下",
  above_5000: "5000 万元以上",
};
