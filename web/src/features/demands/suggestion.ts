/** What a description of use suggests while it is written. */
import { queryOptions } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, unwrap } from "@/api/client";
import type { TextSuggestion, UseKind } from "@/api/types";
import { USE_KIND } from "@/labels/finance";

const PAUSE_MS = 800;
/** Fewer characters suggest nothing; the limit is that of the server. */
const FEWEST = 10;

/** The text to ask about: only once it is long enough. */
export function askable(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return [...trimmed].length >= FEWEST ? trimmed : null;
}

export const suggestionQuery = (text: string | null) =>
  queryOptions({
    queryKey: ["suggestion", text],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/enterprise/texts/suggest", { body: { text: text ?? "" }, signal })),
    enabled: text !== null,
    staleTime: 10 * 60_000,
    retry: false,
  });

/** The value once it has rested for a moment. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** The sentence under the description; null when nothing is suggested, or it is what was chosen. */
export function purposeText(
  found: TextSuggestion | undefined,
  chosen: UseKind | null | undefined,
): { kind: UseKind; text: string; action: string } | null {
  const purpose = found?.purpose;
  if (!purpose || purpose.use_kind === chosen) return null;
  const reason = purpose.words.length > 0 ? `（依据：${purpose.words.join("、")}）` : "";
  return {
    kind: purpose.use_kind,
    text: `根据说明，资金用途可能是：${USE_KIND[purpose.use_kind]}${reason}`,
    action: chosen ? "改选此项" : "采用",
  };
}
