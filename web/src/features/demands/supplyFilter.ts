/** Filters of the government's list of demands: those of the market, and what came of a demand and when it was handed in. */
import type { Query } from "@/api/types";
import { oneOf } from "@/api/useListParams";
import { DEMAND_STATE } from "@/labels/finance";
import { options } from "@/labels/label";
import { marketFilter } from "./marketFilter";

type SupplyFilter = Query<"/government/supply/demands">;

/** What stands in the URL for whether money came. */
export const PAID = { true: "已促成放款", false: "尚未放款" } as const;

/** The states that are shown: what the operator has not let through is the enterprise's own. */
export const SHOWN_STATES = options<keyof typeof DEMAND_STATE>(DEMAND_STATE).filter(
  ({ value }) => !["draft", "reviewing", "returned", "refused"].includes(value),
);

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What is not understood is left out, so that a broken link still shows the list. */
export function supplyFilter(filters: Record<string, string>): SupplyFilter {
  const { kind, section, guarantee, amount_min, amount_max, term_min, term_max } = marketFilter(filters);
  const paid = oneOf(filters.paid, PAID);
  return {
    kind,
    section,
    guarantee,
    amount_min,
    amount_max,
    term_min,
    term_max,
    state: oneOf(filters.state, DEMAND_STATE),
    paid: paid === undefined ? undefined : paid === "true",
    month: filters.month !== undefined && MONTH.test(filters.month) ? filters.month : undefined,
  };
}

/** The last `many` months in Shanghai up to that of `at`, the newest first. */
export function lastMonths(at: Date, many: number): { value: string; label: string }[] {
  const [year = 0, month = 1] = at
    .toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
    .split("-")
    .map(Number);
  return Array.from({ length: many }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
    return { value: `${y}-${String(m).padStart(2, "0")}`, label: `${y} 年 ${m} 月` };
  });
}
