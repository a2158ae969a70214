/** What the yearly figures of a firm say together: ratios and growth, oldest year first. */
import type { Schema } from "@/api/types";

type Year = Schema<"FinanceYear">;

export const oldestFirst = (years: readonly Year[]) => [...years].sort((a, b) => a.year - b.year);

/** `part` of `whole` in basis points; nothing where one is missing or the whole is not above nothing. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): number | null {
  if (part === null || part === undefined || !whole || whole < 0) return null;
  return Math.round((part * 10_000) / whole);
}

export const RATIOS: readonly { name: string; of: (year: Year) => number | null }[] = [
  { name: "净利率", of: ({ profit, revenue }) => ratio(profit, revenue) },
  { name: "资产负债率", of: ({ liabilities, assets }) => ratio(liabilities, assets) },
  { name: "研发投入占比", of: ({ rd_expense, revenue }) => ratio(rd_expense, revenue) },
];

/** How much more than in the year before, basis points; nothing where that year is not there. */
export function growth(years: readonly Year[], year: Year): number | null {
  const before = years.find((one) => one.year === year.year - 1);
  if (typeof year.revenue !== "number" || typeof before?.revenue !== "number") return null;
  return ratio(year.revenue - before.revenue, before.revenue);
}
