/** The URL of the market is turned into a query without surprises. */
import { expect, it } from "vitest";
import { marketFilter } from "./marketFilter";

it("turns 万元 into fen and months into numbers", () => {
  expect(
    marketFilter({ amount_min: "100", amount_max: "85.5", term_min: "6", section: "c", first_loan: "true" }),
  ).toMatchObject({
    amount_min: 100_000_000,
    amount_max: 85_500_000,
    term_min: 6,
    section: "c",
    first_loan: true,
  });
});

it("leaves out what it does not understand", () => {
  const filter = marketFilter({ section: "zz", amount_min: "many", term_max: "-3", first_loan: "no" });
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
});
