/** Complaints as each desk reads them: those who complain, the operator, the government. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";

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

export type ComplaintSearch = {
  kind?: Schema<"ComplaintKind">;
  state?: Schema<"ComplaintState">;
  side?: "own" | "about";
  order?: string;
  waiting?: boolean;
  handler?: string;
  page?: number;
  size?: number;
};

export const complaintsQuery = (desk: Desk, query: ComplaintSearch) =>
  queryOptions({
    queryKey: ["complaints", "list", desk, query],
    queryFn: ({ signal }) => unwrap(api.GET(LIST[desk], { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const complaintQuery = (desk: Desk, id: string) =>
  queryOptions({
    queryKey: ["complaints", "detail", desk, id],
    queryFn: ({ signal }) => unwrap(api.GET(DETAIL[desk], { params: { path: { id } }, signal })),
  });

export const handlersQuery = queryOptions({
  queryKey: ["complaints", "handlers"],
  queryFn: ({ signal }) => unwrap(api.GET("/operator/complaint-handlers", { signal })),
});

export const rectificationQuery = (desk: Exclude<Desk, "own">, month: string | undefined) =>
  queryOptions({
    queryKey: ["complaints", "rectification", desk, month],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET(desk === "operator" ? "/operator/rectification" : "/government/rectification", {
          params: { query: { month } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });

/** What a step on a complaint makes stale; an order shows whether it is disputed. */
export const TOUCHED = [["complaints"], ["orders"], ["messages"]];
