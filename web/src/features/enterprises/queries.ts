/** The own profile, and the score that follows from it. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/profile", { signal })),
});

export const scoreQuery = queryOptions({
  queryKey: ["score"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/score", { signal })),
});
