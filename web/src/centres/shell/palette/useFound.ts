/** What the palette shows for a term: own pages and actions at once, then what the server knows, source by source. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useMe } from "@/api/session";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import { type Centre, visibleMenu } from "../centre";
import { type Group, MOST, ownGroups } from "./hits";
import { fitting } from "./match";
import { type Candidates, SOURCES, type Source } from "./sources";

const PAUSE_MS = 250;
/** Of one letter there is too much. */
export const SHORTEST = 2;
/** As long as somebody looks for something. */
const FRESH_MS = 60_000;

function groupOf({ heading, searches }: Source, { items }: Candidates, term: string): Group {
  const hits = searches
    ? items
    : fitting(items, ({ label, note, words }) => [label, note, words], term, MOST);
  return { heading, hits: hits.map((hit) => ({ ...hit, id: `${heading} ${hit.id}` })) };
}

export function useFound(centre: Centre, typed: string) {
  const me = useMe();
  const own = useMemo(() => ownGroups(centre, me, typed), [centre, me, typed]);
  const term = useDebouncedValue(typed.trim(), PAUSE_MS);
  const sources = useMemo(() => {
    const entries = visibleMenu(centre, me).flatMap((part) => part.entries.map(({ to }) => to));
    return SOURCES[centre.key].filter(({ under }) => entries.includes(under));
  }, [centre, me]);
  const answers = useQueries({
    queries: sources.map(({ heading, root, searches, load }) => ({
      // A list that is looked through here is the same for every term.
      queryKey: [root, "palette", heading, searches ? term : ""],
      queryFn: ({ signal }: { signal: AbortSignal }) => load(term, signal),
      enabled: term.length >= SHORTEST,
      staleTime: FRESH_MS,
    })),
  });
  const asking = typed.trim().length >= SHORTEST;
  const settled = asking && term === typed.trim();
  const known = sources.flatMap((source, index) => {
    const data = answers[index]?.data;
    return settled && data ? [{ source, data }] : [];
  });
  const partial = known.filter(({ source, data }) => !source.searches && data.total > data.items.length);
  return {
    groups: [...own, ...known.map(({ source, data }) => groupOf(source, data, term))].filter(
      ({ hits }) => hits.length > 0,
    ),
    searching: asking && (!settled || answers.some(({ isFetching }) => isFetching)),
    /** Of these only the latest were looked through. */
    partial: partial.map(({ source, data }) => `${source.heading}最近 ${data.items.length} 条`),
    failed: settled && answers.some(({ isError }) => isError),
  };
}
