/** Public figures of the demand market (tier 0: bands and counts only). */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";

export const overviewQuery = queryOptions({
  queryKey: ["market", "overview"],
  queryFn: ({ signal }) => unwrap(api.GET("/market/overview", { signal })),
});
