/** The queue as the URL filters it; list and open item read the same. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { REVIEW_STATE } from "@/labels/organizations";

/** What the server pushes is asked for at once; this is for what it cannot, such as a limit that passes. */
const EVERY_MS = 60_000;

export function useQueue() {
  const list = useListParams();
  const state: Schema<"ReviewState"> = oneOf(list.filters.state, REVIEW_STATE) ?? "waiting";
  const kind = list.filters.kind as Schema<"ReviewKind"> | undefined;
  const own = list.filters.own === "1";
  const pageQuery = (page: number) =>
    readQuery("reviews", "/operator/reviews", {
      query: { kind, state, own: own || undefined, page, size: list.size },
    });
  const query = useQuery({
    ...pageQuery(list.page),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  return { list, state, kind, own, query, pageQuery };
}

export type Queue = ReturnType<typeof useQueue>;

/** How much waits, by kind. */
export const useWaiting = () =>
  useQuery({ ...readQuery("reviews", "/operator/reviews/counts"), refetchInterval: EVERY_MS });
