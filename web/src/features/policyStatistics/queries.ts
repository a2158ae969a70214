/** Policies in figures. */
import { listQuery } from "@/api/queries";
import type { Query } from "@/api/types";
import type { ListParams } from "@/api/useListParams";

export type StatisticsFilter = Query<"/policy-statistics">;

export const policyStatisticsQuery = (query: StatisticsFilter = {}) =>
  listQuery("stats", "/policy-statistics", { query });

/** What the address asks for; a year that is none asks for the one that runs. */
export function statisticsFilter(filters: ListParams["filters"]): StatisticsFilter {
  const year = Number(filters.year);
  return {
    year: Number.isInteger(year) && year >= 2020 && year <= 2100 ? year : undefined,
    policy: filters.policy,
    department: filters.department,
  };
}
