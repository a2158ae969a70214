/** The all-in cost that makes offers comparable; the same arithmetic as the server, in integers, rounded half up. */
import type { Schema } from "@/api/types";

type Terms = {
  amount: number | null | undefined;
  rate: number | null | undefined;
  months: number | null | undefined;
  fees: number;
};

/** What a form holds while somebody is typing: rows may be empty. */
export function feeTotal(
  fees: readonly (Partial<Schema<"Fee">> | null | undefined)[] | null | undefined,
): number {
  return (fees ?? []).reduce((sum, fee) => sum + (fee?.amount ?? 0), 0);
}

/** Rate plus all fees spread evenly over the term, in basis points a year; null while something is missing. */
export function annualCost({ amount, rate, months, fees }: Terms): number | null {
  if (!amount || amount <= 0 || !months || months <= 0 || rate === null || rate === undefined) return null;
  const scaled = BigInt(fees) * 120_000n;
  const divisor = BigInt(amount) * BigInt(months);
  return rate + Number((2n * scaled + divisor) / (2n * divisor));
}
