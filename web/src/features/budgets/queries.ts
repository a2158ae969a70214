/** Budgets of policy items, as their department reads them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const budgetsQuery = (query: Query<"/government/budgets">) =>
  listQuery("applications", "/government/budgets", { query });

export const budgetQuery = (id: string) =>
  readQuery("applications", "/government/budgets/{id}", { path: { id } });

export const budgetMovesQuery = (id: string, query: Query<"/government/budgets/{id}/moves">) =>
  listQuery("applications", "/government/budgets/{id}/moves", { path: { id }, query });
