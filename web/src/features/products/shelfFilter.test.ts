/** The URL of the table is turned into what the public list is asked. */
import { expect, it } from "vitest";
import { shelfFilter } from "./shelfFilter";

it("turns 万元 into fen and months into numbers", () => {
  expect(
    shelfFilter({ kind: "debt", channel: "bank", amount_from: "100", term_to: "36", guarantee: "credit" }),
  ).toMatchObject({
    kind: "debt",
    channel: "bank",
    amount_from: 100_000_000,
    term_to: 36,
    guarantee: "credit",
  });
});

it("leaves out what it does not understand", () => {
  const filter = shelfFilter({
    kind: "other",
    channel: "x",
    amount_to: "many",
    term_from: "-1",
    view: "demands",
  });
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
});
