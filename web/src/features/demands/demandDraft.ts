/** The wizard's values, its steps and what each of them needs; the limits are those of the server. */
import type { DemandIn, DemandView } from "@/api/types";

export type DemandValues = DemandIn & { authorized?: boolean };

export const EMPTY_DEMAND: DemandIn = {
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
  tags: [],
  attachments: [],
};

export const STEPS = [
  { key: "amount", title: "金额与期限", fields: ["amount", "term_months", "need_by", "accept_partial"] },
  { key: "use", title: "用途与还款", fields: ["use_kind", "use_text", "repayments", "repayment_source"] },
  { key: "guarantee", title: "担保与费率", fields: ["guarantees", "collateral", "rate_max"] },
  { key: "tags", title: "说明与标签", fields: ["first_loan", "tags", "attachments"] },
  { key: "submit", title: "核对提交", fields: ["authorized"] },
] as const;

export type StepKey = (typeof STEPS)[number]["key"];

const text = (value: string | null | undefined) => value || null;

/** Exactly the fields that the server knows, with the values as typed. */
export function toInput(values: Partial<DemandValues>): DemandIn {
  return {
    amount: values.amount ?? null,
    term_months: values.term_months ?? null,
    need_by: text(values.need_by),
    use_kind: values.use_kind ?? null,
    use_text: text(values.use_text),
    guarantees: values.guarantees ?? [],
    collateral: text(values.collateral),
    rate_max: values.rate_max ?? null,
    repayments: values.repayments ?? [],
    first_loan: values.first_loan === true,
    repayment_source: text(values.repayment_source),
    accept_partial: values.accept_partial === true,
    tags: values.tags ?? [],
    attachments: values.attachments ?? [],
  };
}

export const ofDemand = (demand: DemandView): DemandIn => toInput(demand);

export const sameInput = (a: DemandIn, b: DemandIn) => JSON.stringify(a) === JSON.stringify(b);

const WAN = 1_000_000;

/** What is wrong or missing in one field; null when it is fine. */
export function fieldProblem(field: string, values: Partial<DemandValues>, today: string): string | null {
  const { amount, term_months: months, rate_max: rate, need_by: needBy, tags = [] } = values;
  const long = (value: string | null | undefined) => [...(value?.trim() ?? "")].length;
  switch (field) {
    case "amount":
      if (amount === null || amount === undefined) return "请填写融资金额";
      return amount < WAN || amount > 100_000 * WAN ? "融资金额须在 1 万元至 10 亿元之间" : null;
    case "term_months":
      if (!months) return "请填写融资期限";
      return months > 360 ? "期限须在 1 至 360 个月之间" : null;
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
    case "guarantees":
      return values.guarantees?.length ? null : "请至少选择一种担保方式";
    case "rate_max":
      return typeof rate === "number" && (rate < 1 || rate > 2_400) ? "利率须在 0.01% 至 24% 之间" : null;
    case "tags":
      if (tags.length > 8) return "最多 8 个标签";
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
  return STEPS.flatMap((step) =>
    step.fields.flatMap((field) => {
      const message = fieldProblem(field, values, today);
      return message ? [{ step: step.title, field, message }] : [];
    }),
  );
}
