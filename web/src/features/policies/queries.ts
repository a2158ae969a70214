/** Policy items as the departments read them. */
import { queryOptions } from "@tanstack/react-query";
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const ownPoliciesQuery = (query: Query<"/government/policies">) =>
  listQuery("policies", "/government/policies", { query });

/** Items of all departments that wait for the legal check. */
export const policyChecksQuery = (query: Query<"/government/policies/checks">) =>
  listQuery("policies", "/government/policies/checks", { query });

export const policyQuery = (id: string) =>
  readQuery("policies", "/government/policies/{id}", { path: { id } });

/** What conditions and amounts can ask about; it changes with the platform only. */
export const policyFieldsQuery = queryOptions({
  ...readQuery("policies", "/government/policies/fields"),
  staleTime: Number.POSITIVE_INFINITY,
});
