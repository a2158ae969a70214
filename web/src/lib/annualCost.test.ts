/** The cost shown while typing equals the one the server computes. */
import { expect, it } from "vitest";
import { annualCost, feeTotal } from "./annualCost";

const WAN = 1_000_000;

it.each([
  [12, 0, 400],
  [12, 1, 500],
  [24, 1, 450],
  [6, 1, 600],
  [36, 1, 433],
])("spreads the fees over %i months: %i 万 → %i bp", (months, fees, cost) => {
  expect(annualCost({ amount: 100 * WAN, rate: 400, months, fees: fees * WAN })).toBe(cost);
});

it("rounds half up", () => {
  // 5 fen on 1,000 yuan over a year is half a basis point.
  expect(annualCost({ amount: 100_000, rate: 400, months: 12, fees: 5 })).toBe(401);
  expect(annualCost({ amount: 100_000, rate: 400, months: 12, fees: 4 })).toBe(400);
});

it("waits until amount, rate and term are known", () => {
  const whole = { amount: WAN, rate: 0, months: 12, fees: 0 };
  expect(annualCost(whole)).toBe(0);
  expect(annualCost({ ...whole, amount: null })).toBeNull();
  expect(annualCost({ ...whole, amount: 0 })).toBeNull();
  expect(annualCost({ ...whole, rate: undefined })).toBeNull();
  expect(annualCost({ ...whole, months: 0 })).toBeNull();
});

it("adds up fees, also half-typed ones", () => {
  expect(feeTotal([{ name: "评估费", amount: 300 }, { name: "担保费" }, undefined])).toBe(300);
  expect(feeTotal(undefined)).toBe(0);
});
