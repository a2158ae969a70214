/** What the firm reads in red when it confirms a payment. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { paymentDifferences } from "./paymentDifferences";

const WAN = 1_000_000;
const granted = {
  amount: 100 * WAN,
  rate: 4_000,
  term_months: 12,
  repayment: "interest_first",
  guarantee: "credit",
  fees: [],
} as const satisfies Partial<Schema<"Decision">>;

it("names nothing where payment and grant agree", () => {
  expect(paymentDifferences({ ...granted, fees: [] }, { ...granted, fees: [] })).toEqual([]);
});

it("names each figure that differs, with both values", () => {
  const fee: Schema<"Fee"> = { name: "评估费", payee: "appraiser", timing: "upfront", amount: 120_000 };
  const paid = { ...granted, amount: 80 * WAN, rate: 4_350, term_months: 6, fees: [fee] };
  expect(paymentDifferences({ ...granted, fees: [] }, paid)).toEqual([
    "金额 80.00 万元，批准 100.00 万元",
    "年利率 4.35%，批准 4.00%",
    "期限 6 个月，批准 12 个月",
    "费用评估费 1,200.00 元（放款时一次收取，收取方为评估机构），批准无",
  ]);
});

it("takes a first draw for no less than was granted", () => {
  const first = { ...granted, fees: [], amount: 40 * WAN, more_follows: true };
  expect(paymentDifferences({ ...granted, fees: [] }, first)).toEqual([]);
});
