/** What has been changed is marked, and nothing else. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { differs, secondText } from "./secondTerms";

const LAST: Schema<"SecondTerms"> = {
  amount: 100_000_000,
  term_months: 12,
  rate: 3_800,
  repayment: "interest_first",
  guarantee: "credit",
  use_kind: "working_capital",
  use_text: "采购原材料",
  repayment_source: "销售回款",
  extend_to: null,
};

it("tells each part in words", () => {
  expect(secondText("amount", LAST)).toBe("100.00 万元");
  expect(secondText("rate", LAST)).toBe("3.80%");
  expect(secondText("repayment", LAST)).toBe("先息后本");
  expect(secondText("extend_to", LAST)).toBe("—");
});

it("knows what differs", () => {
  expect(differs("amount", { ...LAST, amount: 120_000_000 }, LAST)).toBe(true);
  expect(differs("use_text", { ...LAST, use_text: " 采购原材料 " }, LAST)).toBe(false);
});
