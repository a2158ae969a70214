import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

const LIST = {
  own: "/complaints",
  operator: "/operator/complaints",
  government: "/government/complaints",
} as const;

const DETAIL = {
  own: "/complaints/{id}",
  operator: "/operator/complaints/{id}",
  government: "/government/complaints/{id}",
} as const;

export type Desk = keyof typeof LIST;
export type ComplaintSearch = Query<(typeof LIST)[Desk]>;

export const complaintsQuery = (desk: Desk, query: ComplaintSearch) =>
  listQuery("complaints", LIST[desk], { query });

export const complaintQuery = (desk: Desk, id: string) =>
  readQuery("complaints", DETAIL[desk], { path: { id } });

export const handlersQuery = readQuery("complaints", "/operator/complaint-handlers");

export const rectificationQuery = (desk: Exclude<Desk, "own">, month: string | undefined) =>
  listQuery("complaints", desk === "operator" ? "/operator/rectification" : "/government/rectification", {
    query: { month },
  });
