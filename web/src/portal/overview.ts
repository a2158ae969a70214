/** What the portal does with the public overview: totals per industry and amount band, filtered by term band. */
import type { Schema } from "@/api/types";

export type OverviewQuery = {
  data: Schema<"MarketOverview"> | undefined;
  isPending: boolean;
  refetch: () => unknown;
};

export type OverviewRow = {
  section: Schema<"IndustrySection">;
  total: number;
  bands: Partial<Record<Schema<"AmountBand">, number>>;
};

/** Rows with the most demands first; equal ones in the order of the classification. */
export function overviewRows(
  groups: readonly Schema<"MarketOverview">["groups"][number][],
  term: Schema<"TermBand"> | undefined,
): OverviewRow[] {
  const rows = new Map<Schema<"IndustrySection">, OverviewRow>();
  for (const group of groups) {
    if (term && group.term_band !== term) continue;
    const row = rows.get(group.section) ?? { section: group.section, total: 0, bands: {} };
    row.total += group.count;
    row.bands[group.amount_band] = (row.bands[group.amount_band] ?? 0) + group.count;
    rows.set(group.section, row);
  }
  return [...rows.values()].sort((a, b) => b.total - a.total || a.section.localeCompare(b.section));
}
