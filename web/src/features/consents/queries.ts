/** Consents of the enterprise and who looked under them. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const consentsQuery = (query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ["consents", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/consents", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const accessesQuery = (id: string, query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ["consents", "accesses", id, query],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/consents/{id}/accesses", { params: { path: { id }, query }, signal })),
    placeholderData: (before) => before,
  });
