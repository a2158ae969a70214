/** Agreement texts: public, versioned; accepting one sends its version. */
import { queryOptions } from "@tanstack/react-query";
import { readQuery } from "./queries";
import type { Schema } from "./types";

export const agreementQuery = (kind: Schema<"AgreementKind">) =>
  queryOptions({ ...readQuery("agreements", "/agreements/{kind}", { path: { kind } }), staleTime: 300_000 });
