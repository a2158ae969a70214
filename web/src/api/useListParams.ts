/** List state in the URL: page, size, sort and filters, so that a list can be shared, bookmarked and gone back to. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export type Filters = Record<string, string | undefined>;

export type ListParams = {
  page: number;
  size: number;
  sort: string | undefined;
  /** Filter values as they stand in the URL; empty ones are absent. */
  filters: Record<string, string>;
  setPage: (page: number) => void;
  setSort: (sort: string | undefined) => void;
  /** Replaces the given filters and goes back to page 1. */
  setFilters: (filters: Filters) => void;
  reset: () => void;
};

/** No list is asked for more. */
const MOST_PAGES = 100_000;

const RESERVED = new Set(["page", "size", "sort"]);

export function useListParams(defaults: { size?: number; sort?: string } = {}): ListParams {
  const [params, setParams] = useSearchParams();
  const update = useCallback(
    (changes: Filters) => {
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === "") next.delete(name);
          else next.set(name, value);
        }
        return next;
      });
    },
    [setParams],
  );
  return useMemo(() => {
    const filters: Record<string, string> = {};
    for (const [name, value] of params) if (!RESERVED.has(name) && value !== "") filters[name] = value;
    const page = Number(params.get("page"));
    const size = Number(params.get("size"));
    return {
      page: Number.isInteger(page) && page > 0 ? Math.min(page, MOST_PAGES) : 1,
      size: Number.isInteger(size) && size > 0 && size <= 100 ? size : (defaults.size ?? 20),
      sort: params.get("sort") ?? defaults.sort,
      filters,
      setPage: (next) => update({ page: next > 1 ? String(next) : undefined }),
      setSort: (sort) => update({ sort, page: undefined }),
      setFilters: (changes) => update({ ...changes, page: undefined }),
      reset: () => setParams(new URLSearchParams()),
    };
  }, [params, update, setParams, defaults.size, defaults.sort]);
}

const without = (list: ListParams, kept: readonly string[]): Filters =>
  Object.fromEntries(
    Object.keys(list.filters)
      .filter((name) => !kept.includes(name))
      .map((name) => [name, undefined]),
  );

/** The same list, whose reset leaves the filters `kept` alone: they say which of a page's tabs is open. */
export const keeping = (list: ListParams, ...kept: string[]): ListParams => ({
  ...list,
  reset: () => list.setFilters(without(list, kept)),
});

/** Opens another tab of a page: its filters are not those of the one before. */
export const openTab = (list: ListParams, name: string, value: string | undefined) =>
  list.setFilters({ ...without(list, []), [name]: value });

/** A filter value from the URL, only if it is one of the known enum values. */
export function oneOf<T extends string>(value: string | undefined, known: Record<T, unknown>): T | undefined {
  return value !== undefined && Object.hasOwn(known, value) ? (value as T) : undefined;
}
