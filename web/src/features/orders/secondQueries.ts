/** Second credits as each side and the operator read them. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

export type SecondListQuery = {
  state?: Schema<"SecondState">;
  running?: boolean;
  page?: number;
  size?: number;
};

export const secondsQuery = (side: Schema<"SecondSide">, query: SecondListQuery) =>
  queryOptions({
    queryKey: ["second-credits", "list", side, query],
    queryFn: ({ signal }) =>
      side === "enterprise"
        ? unwrap(api.GET("/enterprise/second-credits", { params: { query }, signal }))
        : unwrap(api.GET("/institution/second-credits", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const secondQuery = (side: Schema<"SecondSide">, id: string) =>
  queryOptions({
    queryKey: ["second-credits", "detail", side, id],
    queryFn: ({ signal }) => {
      const params = { path: { id } };
      return side === "enterprise"
        ? unwrap(api.GET("/enterprise/second-credits/{id}", { params, signal }))
        : unwrap(api.GET("/institution/second-credits/{id}", { params, signal }));
    },
  });

/** What may be asked for on a finished order. */
export const secondOptionsQuery = (side: Schema<"SecondSide">, order: string) =>
  queryOptions({
    queryKey: ["second-credits", "options", side, order],
    queryFn: ({ signal }) => {
      const params = { path: { id: order } };
      return side === "enterprise"
        ? unwrap(api.GET("/enterprise/orders/{id}/second-credit", { params, signal }))
        : unwrap(api.GET("/institution/orders/{id}/second-credit", { params, signal }));
    },
  });

/** A write on one second credit. A conflict means that our copy is old: it is read again while the message stays. */
export function useSecondWrite<In, Out>(
  run: (input: In, headers: IntentHeader) => Promise<Out>,
  onSuccess: (out: Out) => void,
) {
  const queryClient = useQueryClient();
  const write = useIntent(run, {
    invalidate: [["second-credits"], ["orders"], ["demands"], ["consents"], ["messages"], ["reviews"]],
    onSuccess,
  });
  return {
    ...write,
    send: (input: In) =>
      write.mutate(input, {
        onError: (error) => {
          if (error.status === 409) queryClient.invalidateQueries({ queryKey: ["second-credits"] });
        },
      }),
  };
}
