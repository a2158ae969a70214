/** The own card. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const cardQuery = queryOptions({
  queryKey: ["certifications", "card"],
  queryFn: ({ signal }) => unwrap(api.GET("/organization/card", { signal })),
});
