/** The purpose that a description of use suggests. */
import type { Schema } from "@/api/types";
import { USE_KIND } from "@/labels/finance";
import { reasonText } from "@/ui/SuggestionHint";

/** Fewer characters of a description say nothing. */
export const FEWEST = 10;

/** The sentence under the description; null when nothing is suggested, or it is what was chosen. */
export function purposeText(
  found: Schema<"TextSuggestion"> | undefined,
  chosen: Schema<"UseKind"> | null | undefined,
): { kind: Schema<"UseKind">; text: string; action: string } | null {
  const purpose = found?.purpose;
  if (!purpose || purpose.use_kind === chosen) return null;
  return {
    kind: purpose.use_kind,
    text: `根据说明，资金用途可能是：${USE_KIND[purpose.use_kind]}${reasonText(purpose.words)}`,
    action: chosen ? "改选此项" : "采用",
  };
}
