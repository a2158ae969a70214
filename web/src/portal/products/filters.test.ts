/** What the URL asks for becomes what the server is asked. */
import { expect, it } from "vitest";
import { filtersOf, toQuery } from "./filters";

const debt = filtersOf("debt", []);

it("turns bands into limits in fen, months and 0.001 %", () => {
  const query = toQuery(
    "debt",
    { amount: "100-500", term: "60-", rate: "-350", service: "online", q: "科创" },
    debt,
  );
  expect(query).toEqual({
    kind: "debt",
    amount_from: 100_000_000,
    amount_to: 500_000_000,
    term_from: 60,
    rate_to: 3_500,
    online: true,
    q: "科创",
  });
});

it("leaves out what nobody offers", () => {
  expect(toQuery("debt", { amount: "1-2", channel: "lottery", stage: "a" }, debt)).toEqual({ kind: "debt" });
  expect(toQuery("equity", { stage: "a" }, filtersOf("equity", []))).toEqual({ kind: "equity", stage: "a" });
});

it("promises no number of products that the other filters would not keep", () => {
  const filters = filtersOf("debt", [
    { id: "i", institution_type: null, mark: null, name: "甲基金", products: 3 },
  ]);
  const who = filters.find(({ name }) => name === "institution");
  expect(who?.choices).toEqual([{ value: "i", label: "甲基金" }]);
});
