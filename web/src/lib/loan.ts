/** What a loan costs: instalments and fees, in fen. The contract of the lender decides; this is what a calculator can say. */
import type { Schema } from "@/api/types";

export type Schedule = {
  /** What is paid in the first month. */
  first: number;
  /** What is paid in the last month. */
  last: number;
  /** All interest over the whole term. */
  interest: number;
};

/**
 * Instalments of a loan of `amount` fen at `rate` basis points a year over `months`. Equal instalments by the annuity
 * formula; the other ways with simple interest of a twelfth of the rate a month. Null for what has no fixed plan.
 */
export function schedule(
  amount: number,
  rate: number,
  months: number,
  repayment: Schema<"Repayment">,
): Schedule | null {
  if (!(amount > 0) || !(months > 0) || rate < 0) return null;
  const monthly = rate / 10_000 / 12;
  const whole = Math.round(amount * monthly * months);
  switch (repayment) {
    case "equal_installment": {
      const growth = (1 + monthly) ** months;
      const each = monthly === 0 ? amount / months : (amount * monthly * growth) / (growth - 1);
      return {
        first: Math.round(each),
        last: Math.round(each),
        interest: Math.round(each * months - amount),
      };
    }
    case "equal_principal": {
      const part = amount / months;
      const interest = Math.round((amount * monthly * (months + 1)) / 2);
      return { first: Math.round(part + amount * monthly), last: Math.round(part * (1 + monthly)), interest };
    }
    case "interest_first":
      return {
        first: Math.round(amount * monthly) + (months === 1 ? amount : 0),
        last: amount + Math.round(amount * monthly),
        interest: whole,
      };
    case "quarterly": {
      const quarter = Math.round(amount * monthly * 3);
      const rest = months % 3 || 3;
      return {
        first: months < 3 ? 0 : quarter,
        last: amount + Math.round(amount * monthly * rest),
        interest: whole,
      };
    }
    case "bullet":
      return { first: months === 1 ? amount + whole : 0, last: amount + whole, interest: whole };
    case "revolving":
      return null;
  }
}

/** A product's fee for one loan, rounded half up to the fen, as the server computes it. */
export function feeOf(fee: Schema<"ProductFee">, amount: number, months: number): number {
  const share = (divisor: bigint, factor: bigint) =>
    Number((2n * BigInt(amount) * BigInt(fee.value) * factor + divisor) / (2n * divisor));
  if (fee.basis === "fixed") return fee.value;
  return fee.basis === "once" ? share(10_000n, 1n) : share(120_000n, BigInt(months));
}

export const feesOf = (fees: readonly Schema<"ProductFee">[], amount: number, months: number) =>
  fees.reduce((sum, fee) => sum + feeOf(fee, amount, months), 0);
