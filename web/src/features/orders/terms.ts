/** The figures of an order as they stand: what was committed to once there is such a thing, before that the offer. */
import type { Schema } from "@/api/types";

type Order = Pick<Schema<"EnterpriseOrderView">, "kind" | "offer" | "decision" | "equity">;

export type Terms = {
  amount: number | null;
  /** Debt. */
  rate: number | null;
  annual_cost: number | null;
  term_months: number | null;
  fees: readonly Schema<"Fee">[];
  /** Equity. */
  share_bp: number | null;
  pre_money: number | null;
  /** Only once the institution has committed itself. */
  valid_until: string | null;
};

const NONE: Terms = {
  amount: null,
  rate: null,
  annual_cost: null,
  term_months: null,
  fees: [],
  share_bp: null,
  pre_money: null,
  valid_until: null,
};

export function termsOf(order: Order): Terms {
  if (order.kind === "equity") {
    const sheet = order.equity?.term_sheet;
    const terms = sheet ?? order.equity?.offer;
    if (!terms) return NONE;
    const { amount, share_bp, pre_money } = terms;
    return { ...NONE, amount, share_bp, pre_money, valid_until: sheet?.valid_until ?? null };
  }
  const decision: Schema<"DecisionView"> | null = order.decision;
  const terms = decision ?? order.offer;
  if (!terms) return NONE;
  const { amount, rate, annual_cost, term_months, fees = [] } = terms;
  return {
    ...NONE,
    amount,
    rate,
    annual_cost,
    term_months,
    fees,
    valid_until: decision?.valid_until ?? null,
  };
}

/** What the institution wrote with its offer. */
export const noteOf = (order: Order): string | null => order.offer?.note ?? order.equity?.offer?.note ?? null;
