/** Consents of the enterprise and who looked under them. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";

export type ConsentSearch = {
  holding?: boolean;
  institution?: string;
  order_no?: string;
  page: number;
  size: number;
};

export type AccessSearch = {
  consent?: string;
  order?: string;
  institution?: string;
  part?: Schema<"AccessPart">;
  from?: string;
  until?: string;
  page: number;
  size: number;
};

export const consentsQuery = (query: ConsentSearch) =>
  queryOptions({
    queryKey: ["consents", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/consents", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const consentQuery = (id: string) =>
  queryOptions({
    queryKey: ["consents", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/consents/{id}", { params: { path: { id } }, signal })),
  });

export const accessesQuery = (query: AccessSearch) =>
  queryOptions({
    queryKey: ["consents", "accesses", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/consent-accesses", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const granteesQuery = queryOptions({
  queryKey: ["consents", "institutions"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/consent-institutions", { signal })),
});

/** What a change of a consent makes stale. */
export const TOUCHED = [["consents"], ["orders"]];
