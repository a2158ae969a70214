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

export type ComplaintViewer = keyof typeof LIST;
export type ComplaintSearch = Query<(typeof LIST)[ComplaintViewer]>;

export const complaintsQuery = (viewer: ComplaintViewer, query: ComplaintSearch) =>
  listQuery("complaints", LIST[viewer], { query });

export const complaintQuery = (viewer: ComplaintViewer, id: string) =>
  readQuery("complaints", DETAIL[viewer], { path: { id } });

export const handlersQuery = readQuery("complaints", "/operator/complaint-handlers");

export const rectificationQuery = (viewer: Exclude<ComplaintViewer, "own">, month: string | undefined) =>
  listQuery("complaints", viewer === "operator" ? "/operator/rectification" : "/government/rectification", {
    query: { month },
  });
