/** Ratios and growth of a firm's years. */
import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { financeSentence } from "./FinanceCharts";
import { oldestFirst, RATIOS, ratio } from "./financeFigures";

const year = (of: number, figures: Partial<Schema<"FinanceYear">>): Schema<"FinanceYear"> => ({
  year: of,
  origins: {},
  revenue: null,
  profit: null,
  assets: null,
  liabilities: null,
  tax_paid: null,
  rd_expense: null,
  ...figures,
});

const YEARS = [
  year(2025, { revenue: 426_000_000, profit: 34_000_000, assets: 511_200_000, liabilities: 234_300_000 }),
  year(2024, { revenue: 372_700_000, profit: -1_000_000 }),
];

describe("ratios", () => {
  it("are basis points, and nothing where a part is missing or the whole is none", () => {
    expect(ratio(34, 426)).toBe(798);
    expect(ratio(-10, 100)).toBe(-1_000);
    expect([ratio(null, 1), ratio(1, undefined), ratio(1, 0), ratio(1, -5)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(RATIOS.map(({ of }) => oldestFirst(YEARS).map(of))).toEqual([
      [-27, 798],
      [null, 4_583],
      [null, null],
    ]);
  });

  it("are told in a sentence with the growth since the year before", () => {
    expect(financeSentence(YEARS)).toBe("2025 年营业收入 426.00 万元，比上年增长 14.30%。");
    expect(financeSentence(YEARS.slice(0, 1))).toBe("2025 年营业收入 426.00 万元。");
    expect(financeSentence([])).toContain("营业收入");
  });
});
