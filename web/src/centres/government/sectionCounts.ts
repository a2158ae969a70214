/** Demands by industry section and amount band, as the table and its picture show them. */
import type { Schema } from "@/api/types";

export function sectionCounts(groups: readonly Schema<"MarketGroup">[]) {
  const sum = (section?: Schema<"IndustrySection">, band?: Schema<"AmountBand">) =>
    groups
      .filter((group) => (!section || group.section === section) && (!band || group.amount_band === band))
      .reduce((total, group) => total + group.count, 0);
  // The most demands first.
  const sections = [...new Set(groups.map((group) => group.section))].sort((a, b) => sum(b) - sum(a));
  return { sum, sections };
}
