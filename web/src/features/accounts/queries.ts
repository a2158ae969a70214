/** All accounts for the operator, and what can be done to one. */
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { listQuery, readQuery } from "@/api/queries";
import type { Query, Schema } from "@/api/types";

export const useAccounts = (query: Query<"/operator/accounts">) =>
  useQuery(listQuery("accounts", "/operator/accounts", { query }));

export const useAccount = (id: string) =>
  useQuery(readQuery("accounts", "/operator/accounts/{id}", { path: { id } }));

/** One action on an account. Those that make a link answer with it, to be shown once. */
export async function actOnAccount(
  id: string,
  action: Schema<"AccountAction">["action"],
  reason: string,
  headers: IntentHeader,
): Promise<Schema<"IssuedLink"> | null> {
  const params = { path: { id } };
  const body = { reason };
  switch (action) {
    case "disable":
      await unwrap(api.POST("/operator/accounts/{id}/disable", { params, headers, body }));
      return null;
    case "enable":
      await unwrap(api.POST("/operator/accounts/{id}/enable", { params, headers, body }));
      return null;
    case "end_sessions":
      await unwrap(api.POST("/operator/accounts/{id}/end-sessions", { params, headers, body }));
      return null;
    // What makes a link carries no Idempotency-Key: the server keeps no answer with a secret in it.
    case "password_link":
      return unwrap(api.POST("/operator/accounts/{id}/password-link", { params, body }));
    case "ask_reset":
      await unwrap(api.POST("/operator/accounts/{id}/authenticator-reset", { params, headers, body }));
      return null;
    case "approve_reset":
      return unwrap(api.POST("/operator/accounts/{id}/authenticator-reset/approve", { params }));
    case "refuse_reset":
      await unwrap(api.POST("/operator/accounts/{id}/authenticator-reset/refuse", { params, headers, body }));
      return null;
    case "withdraw_reset":
      await unwrap(api.DELETE("/operator/accounts/{id}/authenticator-reset", { params }));
      return null;
  }
}
