/** All accounts for the operator, and what can be done to one. */
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

export type AccountSearch = {
  q?: string;
  role?: Schema<"Role">;
  state?: Schema<"AccountState">;
  page?: number;
  size?: number;
};

export const useAccounts = (query: AccountSearch) =>
  useQuery({
    queryKey: ["accounts", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/operator/accounts", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const useAccount = (id: string) =>
  useQuery({
    queryKey: ["accounts", "detail", id],
    queryFn: ({ signal }) => unwrap(api.GET("/operator/accounts/{id}", { params: { path: { id } }, signal })),
  });

export type AccountDeed = { action: Schema<"AccountAction">["action"]; reason: string };

/** One action on an account. Those that make a link answer with it, to be shown once. */
export function useAccountDeed(
  id: string,
  onDone: (deed: AccountDeed, link: Schema<"IssuedLink"> | null) => void,
) {
  const params = { path: { id } };
  return useIntent(
    async (deed: AccountDeed, headers) => {
      const body = { reason: deed.reason };
      const done = (link: Schema<"IssuedLink"> | null) => ({ deed, link });
      switch (deed.action) {
        case "disable":
          await unwrap(api.POST("/operator/accounts/{id}/disable", { params, headers, body }));
          return done(null);
        case "enable":
          await unwrap(api.POST("/operator/accounts/{id}/enable", { params, headers, body }));
          return done(null);
        case "end_sessions":
          await unwrap(api.POST("/operator/accounts/{id}/end-sessions", { params, headers, body }));
          return done(null);
        // What makes a link carries no Idempotency-Key: the server keeps no answer with a secret in it.
        case "password_link":
          return done(await unwrap(api.POST("/operator/accounts/{id}/password-link", { params, body })));
        case "ask_reset":
          await unwrap(api.POST("/operator/accounts/{id}/authenticator-reset", { params, headers, body }));
          return done(null);
        case "approve_reset":
          return done(
            await unwrap(api.POST("/operator/accounts/{id}/authenticator-reset/approve", { params })),
          );
        case "refuse_reset":
          await unwrap(
            api.POST("/operator/accounts/{id}/authenticator-reset/refuse", { params, headers, body }),
          );
          return done(null);
        case "withdraw_reset":
          await unwrap(api.DELETE("/operator/accounts/{id}/authenticator-reset", { params }));
          return done(null);
      }
    },
    { invalidate: [["accounts"]], onSuccess: ({ deed, link }) => onDone(deed, link) },
  );
}
