/** The own profile. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/profile", { signal })),
});
