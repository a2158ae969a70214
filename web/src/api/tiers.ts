/** What each tier shows of an enterprise, and what each scope of a consent opens. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";

export const tiersQuery = queryOptions({
  queryKey: ["consents", "tiers"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/data-tiers", { signal })),
  staleTime: 3_600_000,
});
