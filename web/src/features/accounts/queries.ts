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

type Action = Schema<"AccountAction">["action"];

/** What one operator asks for and another agrees to. */
export const ASKED: Partial<Record<Action, Schema<"ResetKind">>> = {
  ask_password: "password",
  ask_authenticator: "authenticator",
  ask_primary: "primary",
};

/** Asks for what takes two operators. */
export const askReset = (id: string, body: Schema<"ResetIn">, headers: IntentHeader) =>
  unwrap(api.POST("/operator/accounts/{id}/reset", { params: { path: { id } }, headers, body }));

/** One action on an account. An approval may answer with a link, to be shown once. */
export async function actOnAccount(
  id: string,
  action: Action,
  reason: string,
  headers: IntentHeader,
): Promise<Schema<"IssuedLink"> | null> {
  const params = { path: { id } };
  const body = { reason };
  switch (action) {
    case "disable":
      await unwrap(api.POST("/operator/accounts/{id}/disable", { params, headers, body }));
      break;
    case "enable":
      await unwrap(api.POST("/operator/accounts/{id}/enable", { params, headers, body }));
      break;
    case "end_sessions":
      await unwrap(api.POST("/operator/accounts/{id}/end-sessions", { params, headers, body }));
      break;
    case "approve_reset": {
      // What makes a link carries no Idempotency-Key: the server keeps no answer with a secret in it.
      const approved = await unwrap(api.POST("/operator/accounts/{id}/reset/approve", { params }));
      return approved.link ?? null;
    }
    case "refuse_reset":
      await unwrap(api.POST("/operator/accounts/{id}/reset/refuse", { params, headers, body }));
      break;
    case "withdraw_reset":
      await unwrap(api.DELETE("/operator/accounts/{id}/reset", { params }));
      break;
  }
  return null;
}
