import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const enterpriseOrdersQuery = (query: Query<"/enterprise/orders">) =>
  listQuery("orders", "/enterprise/orders", { query });

export const enterpriseOrderQuery = (id: string) =>
  readQuery("orders", "/enterprise/orders/{id}", { path: { id } });

/** All offers for one demand. */
export const demandOrdersQuery = (id: string) =>
  readQuery("orders", "/enterprise/demands/{id}/orders", { path: { id } });

export const institutionOrdersQuery = (query: Query<"/institution/orders">) =>
  listQuery("orders", "/institution/orders", { query });

export const institutionOrderQuery = (id: string) =>
  readQuery("orders", "/institution/orders/{id}", { path: { id } });

/** Colleagues with their running orders. */
export const officersQuery = readQuery("orders", "/institution/officers");

/** Certified guarantors and insurers. */
export const guarantorsQuery = readQuery("orders", "/institution/guarantors");

const DRAWS = {
  enterprise: "/enterprise/orders/{id}/draws",
  institution: "/institution/orders/{id}/draws",
} as const;

/** What was paid out under an order, the oldest first. */
/** Further draws that wait for the enterprise's answer. */
export const recordedDrawsQuery = listQuery("draws", "/enterprise/draws", {
  query: { state: "recorded", size: 100 },
});

export const drawsQuery = (side: keyof typeof DRAWS, order: string) =>
  readQuery("draws", DRAWS[side], { path: { id: order } });
