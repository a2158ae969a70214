/** What suits a demand, and what suits a product. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const demandMatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ["matching", "demand", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/demands/{id}/matches", { params: { path: { id } }, signal })),
  });

export const productMatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ["matching", "product", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/institution/products/{id}/matches", { params: { path: { id } }, signal })),
  });
