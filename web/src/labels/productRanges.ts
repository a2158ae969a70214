/** Amounts, terms and rates of products as ranges, in words. */
import type { Schema } from "@/api/types";
import { formatRate } from "@/lib/money";

/** `10–500 万元`, `500 万元以内`, `10 万元起`; — for missing. */
export function rangeText(
  least: number | null | undefined,
  most: number | null | undefined,
  show: (value: number) => string,
): string {
  const [from, to] = [least ?? null, most ?? null];
  if (from === null && to === null) return "—";
  if (from === null || to === null) return to === null ? `${show(from as number)}起` : `${show(to)}以内`;
  return from === to ? show(to) : `${show(from)}–${show(to)}`;
}

/** Whole 万元 or 亿元 for ranges, where decimals would only be in the way. */
export function roundMoney(fen: number): string {
  const wan = fen / 1_000_000;
  return wan >= 10_000 ? `${Number((wan / 10_000).toFixed(2))} 亿元` : `${Number(wan.toFixed(2))} 万元`;
}

export const amountRange = (of: Pick<Schema<"ProductContent">, "amount_min" | "amount_max">) =>
  rangeText(of.amount_min, of.amount_max, roundMoney);

export const termRange = (of: Pick<Schema<"ProductContent">, "term_min" | "term_max">) =>
  rangeText(of.term_min, of.term_max, (months) => `${months} 个月`);

export const rateRange = (of: Pick<Schema<"ProductContent">, "rate_min" | "rate_max">) =>
  rangeText(of.rate_min, of.rate_max, formatRate);

/** Working days of a week, by which funds tell how long they take to decide. */
const WEEK = 5;

/** How long a decision takes at most, as the product's own page says it: funds in weeks. */
export function decisionText(kind: Schema<"FinancingKind">, days: number | null): string {
  if (days === null) return "—";
  return kind === "equity" && days % WEEK === 0 ? `${days / WEEK} 周以内` : `${days} 个工作日以内`;
}
