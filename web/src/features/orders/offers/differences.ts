/** In what an offer or a grant differs from what the firm asked for, in words. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { joinTexts, textOf } from "@/labels/label";
import { formatRate, moneyText } from "@/lib/money";
import { termsOf } from "../terms";

/** `年利率 5.00%，高于您可接受的 4.00%`. */
export function differencesOf(order: Schema<"EnterpriseOrderView">): string[] {
  const { asked } = order;
  const terms = termsOf(order);
  if (!asked) return [];
  const words: Record<Schema<"DifferentTerm">, () => string> = {
    amount: () => `金额 ${moneyText(terms.amount)}，少于您需要的 ${moneyText(asked.amount)}`,
    rate: () => `年利率 ${formatRate(terms.rate)}，高于您可接受的 ${formatRate(asked.rate_max)}`,
    term_months: () => `期限 ${terms.term_months} 个月，您需要 ${asked.term_months} 个月`,
    repayment: () =>
      `还款方式为${textOf(REPAYMENT, terms.repayment)}，您希望${joinTexts(REPAYMENT, asked.repayments)}`,
    guarantee: () =>
      `担保方式为${textOf(GUARANTEE, terms.guarantee)}，您可提供${joinTexts(GUARANTEE, asked.guarantees)}`,
  };
  return order.differs.map((point) => words[point]());
}

/** Where it asks for less than the firm would give: no difference to weigh, but not the same, either. */
export function easierOf(order: Schema<"EnterpriseOrderView">): string[] {
  const guarantees = order.asked?.guarantees ?? [];
  const { guarantee } = termsOf(order);
  const named = guarantees.length === 0 || guarantee === null || guarantees.includes(guarantee);
  if (named || order.differs.includes("guarantee")) return [];
  return [`担保方式为${textOf(GUARANTEE, guarantee)}，不需要您提出的${joinTexts(GUARANTEE, guarantees)}`];
}
