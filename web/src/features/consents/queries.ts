import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const consentsQuery = (query: Query<"/enterprise/consents">) =>
  listQuery("consents", "/enterprise/consents", { query });

export const consentQuery = (id: string) =>
  readQuery("consents", "/enterprise/consents/{id}", { path: { id } });

export const accessesQuery = (query: Query<"/enterprise/consent-accesses">) =>
  listQuery("consents", "/enterprise/consent-accesses", { query });

export const granteesQuery = readQuery("consents", "/enterprise/consent-institutions");
