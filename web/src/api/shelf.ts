/** Products on the shelf, as everybody reads them. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";
import type { operations } from "./schema.gen";

export type ShelfQuery = NonNullable<operations["get_products"]["parameters"]["query"]>;

export const shelfQuery = (query: ShelfQuery) =>
  queryOptions({
    queryKey: ["shelf", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/products", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const shelfProductQuery = (id: string) =>
  queryOptions({
    queryKey: ["shelf", "detail", id],
    queryFn: ({ signal }) => unwrap(api.GET("/products/{id}", { params: { path: { id } }, signal })),
  });

export const shelfInstitutionsQuery = queryOptions({
  queryKey: ["shelf", "institutions"],
  queryFn: ({ signal }) => unwrap(api.GET("/products/institutions", { signal })),
});
