/** The share follows from amount and valuation, as the server computes it. */
import { expect, it } from "vitest";
import { shareBp } from "./share";

it.each([
  [1_000, 4_000, 2_000],
  [500, 9_500, 500],
  [1, 2, 3_333],
  [0, 100, null],
  [100, null, null],
])("%s at %s", (amount, preMoney, want) => {
  expect(shareBp(amount, preMoney)).toBe(want);
});
