/** Policy items as everybody reads them. */
import { listQuery, readQuery } from "./queries";
import type { operations } from "./schema.gen";
import type { Query } from "./types";

export type PoliciesQuery = NonNullable<operations["get_policies"]["parameters"]["query"]>;

export const policiesQuery = (query: PoliciesQuery) => listQuery("policies", "/policies", { query });

export const publicPolicyQuery = (id: string) => readQuery("policies", "/policies/{id}", { path: { id } });

/** One of the versions that were published. */
export const policyVersionQuery = (id: string, number: number) =>
  readQuery("policies", "/policies/{id}/versions/{number}", { path: { id, number } });

/** How it has changed beside its versions. */
export const policyNotesQuery = (id: string) =>
  readQuery("policies", "/policies/{id}/notes", { path: { id } });

export const publicityQuery = (query: Query<"/publicity">) =>
  listQuery("applications", "/publicity", { query });
