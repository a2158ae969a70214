/** The figures of an order as they stand: what was committed to once there is such a thing, before that the offer. */
import type { Schema } from "@/api/types";

type Order = Pick<Schema<"EnterpriseOrderView">, "kind" | "offer" | "decision" | "equity">;

export type Terms = {
  amount: number | null;
  /** Debt. */
  rate: number | null;
  costs: Schema<"LoanCosts"> | null;
  repayment: Schema<"Repayment"> | null;
  guarantee: Schema<"Guarantee"> | null;
  conditions: string | null;
  term_months: number | null;
  fees: readonly Schema<"Fee">[];
  /** Equity. */
  share_bp: number | null;
  pre_money: number | null;
  /** The institution keeps to it until then. */
  valid_until: string | null;
};

const NONE: Terms = {
  amount: null,
  rate: null,
  costs: null,
  repayment: null,
  guarantee: null,
  conditions: null,
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
  const { amount, rate, costs, term_months, fees = [], repayment, guarantee, valid_until } = terms;
  const conditions = terms.conditions ?? null;
  return { ...NONE, amount, rate, costs, term_months, fees, repayment, guarantee, conditions, valid_until };
}

/** What the institution wrote with its offer. */
export const noteOf = (order: Order): string | null => order.offer?.note ?? order.equity?.offer?.note ?? null;

/** Whose order it is, where the institution may know. */
export const borrowerOf = (order: Schema<"InstitutionOrderView">): string | null =>
  order.enterprise?.name ?? order.borrower;
