/** The industry that a main business suggests. */
import type { Schema } from "@/api/types";
import { divisionText, SECTION } from "@/labels/industries";
import { reasonText } from "@/ui/SuggestionHint";

export type Chosen = { section?: Schema<"IndustrySection"> | null; division?: string | null };

type Found = { section: Schema<"IndustrySection">; division: string | null; text: string; action: string };

/** The sentence under the industry; null when nothing is suggested, or it is what was chosen. */
export function industryText(found: Schema<"TextSuggestion"> | undefined, chosen: Chosen): Found | null {
  const industry = found?.industry;
  if (!industry) return null;
  const { section, words } = industry;
  const division = industry.division ?? null;
  // Only the section was likely enough: any of its divisions agrees with it.
  const agrees = section === chosen.section && (division === null || division === chosen.division);
  if (agrees) return null;
  const name = division ? `${SECTION[section]} · ${divisionText(division)}` : SECTION[section];
  return {
    section,
    division,
    text: `根据主营业务，所属行业可能是：${name}${reasonText(words)}`,
    action: chosen.section ? "改选此项" : "采用",
  };
}
