/** The settings of the matching, and what others would have done. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { MatchPart, MatchSettings } from "@/api/types";
import { MATCH_PART } from "@/labels/matching";

export const settingsQuery = queryOptions({
  queryKey: ["matching", "settings"],
  queryFn: ({ signal }) => unwrap(api.GET("/operator/matching/settings", { signal })),
});

export const sharesQuery = queryOptions({
  queryKey: ["matching", "shares"],
  queryFn: ({ signal }) => unwrap(api.GET("/operator/matching/shares", { signal })),
});

export const PARTS = Object.keys(MATCH_PART) as MatchPart[];

/** As typed: a field may be empty. */
export type Typed = {
  weights: Record<MatchPart, number | null>;
  share_cap: number | null;
  lead: number | null;
};

export const sumOf = ({ weights }: Typed) => PARTS.reduce((sum, part) => sum + (weights[part] ?? 0), 0);

/** Null while something is missing or the weights don't sum to 100. */
export function complete(typed: Typed): MatchSettings | null {
  const { share_cap, lead } = typed;
  const missing = PARTS.some((part) => typed.weights[part] === null || typed.weights[part] === undefined);
  if (missing || share_cap === null || lead === null || sumOf(typed) !== 100) return null;
  return { weights: typed.weights as MatchSettings["weights"], share_cap, lead };
}

/** Does what was tried say something about what is typed now? */
export const same = (a: MatchSettings, b: MatchSettings | null) =>
  b !== null &&
  a.share_cap === b.share_cap &&
  a.lead === b.lead &&
  PARTS.every((part) => a.weights[part] === b.weights[part]);
