/** The plan's figures with their definitions. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";

export const figuresQuery = queryOptions({
  queryKey: ["stats", "figures"],
  queryFn: ({ signal }) => unwrap(api.GET("/stats/figures", { signal })),
});
