/** Every read of the API: its key begins with its root, then come the path and what was asked for. */
import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";
import type { Root } from "./topics";
import type { Answer, PathParams, Query, Readable } from "./types";

type Params = { path?: unknown; query?: unknown };

/** The client checks path and parameters for a literal path only; here the callers' types have done so. */
const get = api.GET as unknown as (
  path: string,
  init: { params: Params; signal: AbortSignal },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

function options<P extends Readable>(root: Root, path: P, params: Params) {
  return queryOptions({
    queryKey: [root, path, params],
    queryFn: ({ signal }) => unwrap(get(path, { params, signal })) as Promise<Answer<P>>,
  });
}

type Asked<P extends Readable> =
  PathParams<P> extends undefined ? { query?: Query<P> } : { path: PathParams<P>; query?: Query<P> };

/** One thing: `readQuery("orders", "/enterprise/orders/{id}", { path: { id } })`. */
export const readQuery = <P extends Readable>(
  root: Root,
  path: P,
  ...[asked]: PathParams<P> extends undefined ? [Asked<P>?] : [Asked<P>]
) => options(root, path, asked ?? {});

/** A list with filters and pages, which stays on the screen until the next page is there. */
export const listQuery = <P extends Readable>(root: Root, path: P, asked: Asked<P>) => ({
  ...options(root, path, asked),
  placeholderData: keepPreviousData,
});

/** Asks again for everything shown of the roots. */
export const refresh = (queryClient: QueryClient, roots: readonly Root[] | "all") =>
  roots === "all"
    ? queryClient.invalidateQueries()
    : queryClient.invalidateQueries({
        predicate: ({ queryKey }) => roots.includes(queryKey[0] as Root),
      });
