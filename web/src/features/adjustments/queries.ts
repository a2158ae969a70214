/** Notices of changed policies, as the department and the operator read them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export type AdjustmentViewer = "government" | "operator";

type Waiting = Query<"/operator/adjustments">;

const LISTS = { operator: "/operator/adjustments", government: "/government/adjustments" } as const;
const ONE = { operator: "/operator/adjustments/{id}", government: "/government/adjustments/{id}" } as const;

export const adjustmentsQuery = (viewer: AdjustmentViewer, query: Waiting) =>
  listQuery("adjustments", LISTS[viewer], { query });

export const adjustmentQuery = (viewer: AdjustmentViewer, id: string) =>
  readQuery("adjustments", ONE[viewer], { path: { id } });

/** How many wait for the operator, and how many are late; a limit passes without anything being pushed. */
export const adjustmentCountsQuery = {
  ...readQuery("adjustments", "/operator/adjustments/counts"),
  refetchInterval: 60_000,
};
