/** What the portal does with the public overview: totals per industry and amount band, filtered by term band. */
import type { AmountBand, IndustrySection, MarketGroup, MarketOverview, TermBand } from "@/api/types";

export type OverviewQuery = {
  data: MarketOverview | undefined;
  isPending: boolean;
  refetch: () => unknown;
};

export type OverviewRow = {
  section: IndustrySection;
  total: number;
  bands: Partial<Record<AmountBand, number>>;
};

/** Rows with the most demands first; equal ones in the order of the classification. */
export function overviewRows(groups: readonly MarketGroup[], term: TermBand | undefined): OverviewRow[] {
  const rows = new Map<IndustrySection, OverviewRow>();
  for (const group of groups) {
    if (term && group.term_band !== term) continue;
    const row = rows.get(group.section) ?? { section: group.section, total: 0, bands: {} };
    row.total += group.count;
    row.bands[group.amount_band] = (row.bands[group.amount_band] ?? 0) + group.count;
    rows.set(group.section, row);
  }
  return [...rows.values()].sort((a, b) => b.total - a.total || a.section.localeCompare(b.section));
}
