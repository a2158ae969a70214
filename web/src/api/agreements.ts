/** Agreement texts: public, versioned; accepting one sends its version. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client";
import type { Schema } from "./types";

export const agreementQuery = (kind: Schema<"AgreementKind">) =>
  queryOptions({
    queryKey: ["agreements", kind],
    queryFn: ({ signal }) => unwrap(api.GET("/agreements/{kind}", { params: { path: { kind } }, signal })),
    staleTime: 300_000,
  });
