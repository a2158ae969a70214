/** What a text suggests while it is written: asked once the text is long enough and has rested for a moment. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import { api, unwrap } from "./client";
import type { Schema } from "./types";

const PAUSE_MS = 800;

/** The text to ask about; null while it has fewer than `fewest` characters. */
export function askable(text: string | null | undefined, fewest: number): string | null {
  const trimmed = text?.trim() ?? "";
  return [...trimmed].length >= fewest ? trimmed : null;
}

const suggestionQuery = (text: string | null) =>
  queryOptions({
    queryKey: ["suggestion", text],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/enterprise/texts/suggest", { body: { text: text ?? "" }, signal })),
    enabled: text !== null,
    staleTime: 10 * 60_000,
    retry: false,
  });

/** What `text` suggests; nothing while it is short, or has just been changed. */
export function useSuggestion(
  text: string | null | undefined,
  fewest: number,
): Schema<"TextSuggestion"> | undefined {
  const asking = askable(text, fewest);
  const asked = useDebouncedValue(asking, PAUSE_MS);
  const { data } = useQuery(suggestionQuery(asked));
  // What was found for an earlier text says nothing about this one.
  return asked === asking ? data : undefined;
}
