/** Which policies suit: asked of the server while figures are typed, which keeps none of them, or on the own profile. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import { api, unwrap } from "./client";
import { readQuery } from "./queries";

type Values = Record<string, unknown>;

/** Typing rests so long before the server is asked. */
const PAUSE_MS = 350;

/** What open items ask about, most useful first. */
export const askedFieldsQuery = readQuery("policies", "/policies/match/fields");

/** All open items for the own profile. */
export const ownMatchesQuery = readQuery("policies", "/enterprise/policies/match");

/** All open items for what was typed. */
export function useTypedMatches(values: Values) {
  // The text changes when the values do; an object would be a new one each time.
  const rested = useDebouncedValue(JSON.stringify(values), PAUSE_MS);
  return useQuery({
    queryKey: ["policies", "match", rested],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/policies/match", { body: { values: JSON.parse(rested) as Values }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** One item: on the profile of the firm that is logged in, or for what was typed. */
export function useItemMatch(id: string, own: boolean, values: Values, figures: Values) {
  const rested = useDebouncedValue(JSON.stringify(own ? { figures } : { values, figures }), PAUSE_MS);
  return useQuery({
    queryKey: ["policies", "match", id, own, rested],
    queryFn: ({ signal }) => {
      const typed = JSON.parse(rested) as { values: Values; figures: Values };
      const path = { id };
      if (!own) return unwrap(api.POST("/policies/{id}/match", { params: { path }, body: typed, signal }));
      const query = { figures: JSON.stringify(typed.figures) };
      return unwrap(api.GET("/enterprise/policies/{id}/match", { params: { path, query }, signal }));
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
