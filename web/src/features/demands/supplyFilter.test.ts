/** The URL of the government's list is turned into a query without surprises. */
import { expect, it } from "vitest";
import { lastMonths, SHOWN_STATES, supplyFilter } from "./supplyFilter";

it("asks for what is understood", () => {
  const filters = { kind: "debt", amount_min: "100", paid: "false", state: "open", month: "2026-11" };
  expect(supplyFilter(filters)).toMatchObject({
    kind: "debt",
    amount_min: 100_000_000,
    paid: false,
    state: "open",
    month: "2026-11",
  });
});

it("leaves out what it does not understand", () => {
  const filter = supplyFilter({ paid: "yes", state: "lost", month: "2026-13", view: "demands" });
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
});

it("names the months backwards over the turn of a year, by the day in Shanghai", () => {
  expect(lastMonths(new Date("2026-12-31T16:00:00Z"), 3).map(({ value }) => value)).toEqual([
    "2027-01",
    "2026-12",
    "2026-11",
  ]);
});

it("offers no state in which a demand is not shown", () => {
  expect(SHOWN_STATES.map(({ value }) => value)).not.toContain("reviewing");
});
