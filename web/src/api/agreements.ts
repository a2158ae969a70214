/** Agreement texts: public, versioned; who accepts one sends its version. */
import { queryOptions } from "@tanstack/react-query";
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

/** Shows the version in force, to read and sign, or all that the account itself has to accept; false where it was not signed. */
export type SignNewest = (kind: AgreementKind | "due") => Promise<boolean>;

export const SigningContext = createContext<SignNewest>(async () => false);
