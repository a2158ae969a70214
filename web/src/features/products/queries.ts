/** Products as their institution and as the operator read them, and the writes on one of them. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

type ListQuery = { state?: Schema<"ProductState">; page?: number; size?: number };

export const productsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ["products", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/institution/products", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ["products", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/institution/products/{id}", { params: { path: { id } }, signal })),
  });

export const knownProductsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ["products", "known", query],
    queryFn: ({ signal }) => unwrap(api.GET("/operator/products", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const reviewedProductQuery = (id: string) =>
  queryOptions({
    queryKey: ["products", "review", id],
    queryFn: ({ signal }) => unwrap(api.GET("/operator/products/{id}", { params: { path: { id } }, signal })),
  });

/** The names that a rule sheet may use; they change with the platform only. */
export const sheetNamesQuery = queryOptions({
  queryKey: ["products", "sheet-names"],
  queryFn: ({ signal }) => unwrap(api.GET("/institution/products/sheet", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A write on one product. A conflict means that our copy is old: it is read again while the message stays. */
export function useProductWrite<In, Out>(
  run: (input: In, headers: IntentHeader) => Promise<Out>,
  onSuccess: (out: Out) => void,
) {
  const queryClient = useQueryClient();
  const write = useIntent(run, { invalidate: [["products"], ["shelf"], ["reviews"]], onSuccess });
  const send = (input: In) =>
    write.mutate(input, {
      onError: (error) => {
        if (error.status === 409) queryClient.invalidateQueries({ queryKey: ["products"] });
      },
    });
  return { ...write, send };
}
