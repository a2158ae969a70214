/** The wizard's values, its steps and what each of them needs; the limits are those of the server. */
import { DemandIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { AMOUNT, isOutside, RATE, TERM, VALUATION } from "@/lib/ranges";

export type DemandValues = Schema<"DemandIn"> & { agreed?: boolean };

export const EMPTY_DEMAND: Schema<"DemandIn"> = {
  kind: "debt",
  amount: null,
  term_months: null,
  need_by: null,
  use_kind: null,
  use_text: null,
  guarantees: [],
  collateral: null,
  rate_max: null,
  repayments: [],
  first_loan: false,
  repayment_source: null,
  accept_partial: false,
  round: null,
  valuation: null,
  share_bp: null,
  highlights: null,
  team: null,
  tags: [],
  attachments: [],
};

const DEBT_STEPS = [
  { key: "amount", title: "金额与期限", fields: ["amount", "term_months", "need_by", "accept_partial"] },
  { key: "use", title: "用途与还款", fields: ["use_kind", "use_text", "repayments", "repayment_source"] },
  { key: "guarantee", title: "担保与费率", fields: ["guarantees", "collateral", "rate_max"] },
  { key: "tags", title: "说明与标签", fields: ["first_loan", "tags", "attachments"] },
  { key: "submit", title: "核对提交", fields: ["agreed"] },
] as const;

const EQUITY_STEPS = [
  {
    key: "round",
    title: "金额与估值",
    fields: ["amount", "round", "valuation", "share_bp", "need_by", "accept_partial"],
  },
  { key: "project", title: "项目与团队", fields: ["use_kind", "use_text", "highlights", "team"] },
  { key: "words", title: "标签与附件", fields: ["tags", "attachments"] },
  { key: "submit", title: "核对提交", fields: ["agreed"] },
] as const;

export const stepsOf = (kind: Schema<"FinancingKind">) => (kind === "equity" ? EQUITY_STEPS : DEBT_STEPS);

export type StepKey = (typeof DEBT_STEPS | typeof EQUITY_STEPS)[number]["key"];

const text = (value: string | null | undefined) => value || null;

/**
 * Exactly the fields that the server knows, with the values as typed. What belongs to the other kind of financing is
 * left out; the form keeps it, should the person change the kind back.
 */
export function toInput(values: Partial<DemandValues>): Schema<"DemandIn"> {
  const kind = values.kind ?? "debt";
  const debt = {
    term_months: values.term_months ?? null,
    guarantees: values.guarantees ?? [],
    collateral: text(values.collateral),
    rate_max: values.rate_max ?? null,
    repayments: values.repayments ?? [],
    first_loan: values.first_loan === true,
    repayment_source: text(values.repayment_source),
  };
  const equity = {
    round: values.round ?? null,
    valuation: values.valuation ?? null,
    share_bp: values.share_bp ?? null,
    highlights: text(values.highlights),
    team: text(values.team),
  };
  return {
    ...EMPTY_DEMAND,
    kind,
    amount: values.amount ?? null,
    need_by: text(values.need_by),
    use_kind: values.use_kind ?? null,
    use_text: text(values.use_text),
    accept_partial: values.accept_partial === true,
    tags: values.tags ?? [],
    attachments: values.attachments ?? [],
    ...(kind === "debt" ? debt : equity),
  };
}

export const ofDemand = (demand: Schema<"DemandView">): Schema<"DemandIn"> => toInput(demand);

export const sameInput = (a: Schema<"DemandIn">, b: Schema<"DemandIn">) =>
  JSON.stringify(a) === JSON.stringify(b);

/** What is wrong or missing in one field; null when it is fine. */
export function fieldProblem(field: string, values: Partial<DemandValues>, today: string): string | null {
  const { amount, term_months: months, rate_max: rate, need_by: needBy, tags = [] } = values;
  const { valuation, share_bp: share } = values;
  const long = (value: string | null | undefined) => [...(value?.trim() ?? "")].length;
  switch (field) {
    case "amount":
      if (amount === null || amount === undefined) return "请填写融资金额";
      return isOutside(amount, AMOUNT) ? "融资金额须在 1 万元至 10 亿元之间" : null;
    case "term_months":
      if (!months) return "请填写融资期限";
      return isOutside(months, TERM) ? "期限须在 1 至 360 个月之间" : null;
    case "need_by":
      return needBy && needBy < today ? "需要资金的日期已经过去" : null;
    case "use_kind":
      return values.use_kind ? null : "请选择资金用途";
    case "use_text":
      return long(values.use_text) < 10 ? "请至少用 10 个字说明资金用途" : null;
    case "repayments":
      return values.repayments?.length ? null : "请至少选择一种还款方式";
    case "repayment_source":
      return long(values.repayment_source) < 5 ? "请至少用 5 个字说明还款来源" : null;
    case "round":
      return values.round ? null : "请选择融资轮次";
    case "valuation":
      return typeof valuation === "number" && isOutside(valuation, VALUATION)
        ? "投前估值须在 1 万元至 1000 亿元之间"
        : null;
    case "share_bp":
      if (typeof share === "number")
        return share < 1 || share > 9_999 ? "出让比例须大于 0 且小于 100%" : null;
      return typeof valuation === "number" ? null : "请填写出让比例或投前估值";
    case "highlights":
      return long(values.highlights) < 10 ? "请至少用 10 个字介绍项目亮点" : null;
    case "team":
      return long(values.team) < 10 ? "请至少用 10 个字介绍核心团队" : null;
    case "guarantees":
      return values.guarantees?.length ? null : "请至少选择一种担保方式";
    case "rate_max":
      return typeof rate === "number" && isOutside(rate, RATE) ? "利率须在 0.001% 至 24% 之间" : null;
    case "tags":
      if (tags.length > DemandIn.tags.max) return `最多 ${DemandIn.tags.max} 个标签`;
      return tags.some((tag) => long(tag) < 1 || [...tag].length > 12) ? "每个标签 1 至 12 个字" : null;
    default:
      return null;
  }
}

/** Everything that still stands against submitting, step by step. */
export function openPoints(
  values: Partial<DemandValues>,
  today: string,
): { step: string; field: string; message: string }[] {
  return [...stepsOf(values.kind ?? "debt")].flatMap((step) =>
    [...step.fields].flatMap((field) => {
      const message = fieldProblem(field, values, today);
      return message ? [{ step: step.title, field, message }] : [];
    }),
  );
}
