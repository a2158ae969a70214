/** Demands as their enterprise and as certified institutions read them, and the writes of the enterprise. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import type { MarketFilter } from "./marketFilter";

type ListQuery = { state?: Schema<"DemandState">; page?: number; size?: number; sort?: string };

export const demandsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ["demands", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/demands", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const demandQuery = (id: string) =>
  queryOptions({
    queryKey: ["demands", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/demands/{id}", { params: { path: { id } }, signal })),
  });

export const marketDemandsQuery = (query: MarketFilter & { page?: number; size?: number; sort?: string }) =>
  queryOptions({
    queryKey: ["market", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/market/demands", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const marketDemandQuery = (id: string) =>
  queryOptions({
    queryKey: ["market", "detail", id],
    queryFn: ({ signal }) => unwrap(api.GET("/market/demands/{id}", { params: { path: { id } }, signal })),
  });

/** A write on one demand. A conflict means that our copy is old: it is read again while the message stays. */
export function useDemandWrite<In, Out>(
  run: (input: In, headers: IntentHeader) => Promise<Out>,
  onSuccess: (out: Out) => void,
) {
  const queryClient = useQueryClient();
  const write = useIntent(run, {
    invalidate: [["demands"], ["orders"], ["messages"]],
    onSuccess,
  });
  return {
    ...write,
    send: (input: In) =>
      write.mutate(input, {
        onError: (error) => {
          if (error.status === 409) queryClient.invalidateQueries({ queryKey: ["demands"] });
        },
      }),
  };
}
