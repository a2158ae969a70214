/** Agreement texts: public, versioned; who accepts one sends its version. */
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { createContext } from "react";
import { api, unwrap } from "./client";
import { readQuery } from "./queries";
import type { Schema } from "./types";

export type AgreementKind = Schema<"AgreementKind">;

/** What was read stays what is signed: the server says when another version is in force. */
export const agreementQuery = (kind: AgreementKind) =>
  queryOptions({
    ...readQuery("agreements", "/agreements/{kind}", { path: { kind } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The version in force at this moment, beside the one that was read. */
export const newestAgreementQuery = (kind: AgreementKind) =>
  queryOptions({
    queryKey: ["agreements", "newest", kind],
    queryFn: ({ signal }) => unwrap(api.GET("/agreements/{kind}", { params: { path: { kind } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** Shows the version in force, to read and sign; false where it was not signed. */
export type SignNewest = (kind: AgreementKind) => Promise<boolean>;

/**
 * Shows what the account itself has to accept before anything else, one after the other; false where one was not signed. The
 * session is asked beside the cache: the guard would leave the page, and what is typed on it.
 */
export async function signDue(queryClient: QueryClient, sign: SignNewest): Promise<boolean> {
  const { me } = await unwrap(api.GET("/session"));
  for (const kind of me?.agreements_due ?? []) {
    if (!(await sign(kind))) return false;
    const version = queryClient.getQueryData(agreementQuery(kind).queryKey)?.version ?? 0;
    await unwrap(api.POST("/account/agreements", { body: { kind, version } }));
  }
  return true;
}

export const SigningContext = createContext<SignNewest>(async () => false);
