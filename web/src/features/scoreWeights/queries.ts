/** The dated tables of weights. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const tablesQuery = queryOptions({
  queryKey: ["score-weights"],
  queryFn: ({ signal }) => unwrap(api.GET("/operator/score-weights", { signal })),
});
