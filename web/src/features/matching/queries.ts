/** What suits a demand or a product, a firm or an institution as a whole, and to whom a demand was offered. */
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

/** Loans for the own firm, before it has said what it wants. */
export const firmMatchesQuery = queryOptions({
  queryKey: ["matching", "firm"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/matches", { signal })),
});

/** Demands for everything that the own institution has on the shelf. */
export const institutionMatchesQuery = queryOptions({
  queryKey: ["matching", "institution"],
  queryFn: ({ signal }) => unwrap(api.GET("/institution/matches", { signal })),
});

/** To whom one of the own demands was offered. */
export const dispatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ["matching", "dispatches", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/demands/{id}/dispatches", { params: { path: { id } }, signal })),
  });

/** The same for the operator. */
export const anyDispatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ["matching", "dispatches", "operator", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/operator/demands/{id}/dispatches", { params: { path: { id } }, signal })),
  });
