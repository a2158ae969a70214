/** Orders as both sides read them; every write answers with the order and refreshes what depends on it. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

export type OrderListQuery = {
  officer?: string;
  unit?: string;
  state?: Schema<"OrderState">;
  live?: boolean;
  page?: number;
  size?: number;
  sort?: string;
};

export const enterpriseOrdersQuery = (query: OrderListQuery) =>
  queryOptions({
    queryKey: ["orders", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/orders", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const enterpriseOrderQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", "detail", id],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/orders/{id}", { params: { path: { id } }, signal })),
  });

/** All offers for one demand. */
export const demandOrdersQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", "of-demand", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/demands/{id}/orders", { params: { path: { id } }, signal })),
  });

export const institutionOrdersQuery = (query: OrderListQuery) =>
  queryOptions({
    queryKey: ["orders", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/institution/orders", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const institutionOrderQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/institution/orders/{id}", { params: { path: { id } }, signal })),
  });

/** Colleagues with their running orders. */
export const officersQuery = queryOptions({
  queryKey: ["orders", "officers"],
  queryFn: ({ signal }) => unwrap(api.GET("/institution/officers", { signal })),
});

/** A write on one order. A conflict means that our copy is old: it is read again while the message stays in the dialog. */
export function useOrderWrite<In, Out>(
  run: (input: In, headers: IntentHeader) => Promise<Out>,
  onSuccess: (out: Out) => void,
) {
  const queryClient = useQueryClient();
  const write = useIntent(run, {
    invalidate: [["orders"], ["demands"], ["market"], ["consents"], ["messages"]],
    onSuccess,
  });
  const refetchOnConflict = (error: { status: number }) => {
    if (error.status === 409) queryClient.invalidateQueries({ queryKey: ["orders"] });
  };
  return {
    ...write,
    send: (input: In, onError?: (error: unknown) => void) =>
      write.mutate(input, {
        onError: (error) => {
          refetchOnConflict(error);
          onError?.(error);
        },
      }),
  };
}
