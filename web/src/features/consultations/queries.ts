/** 会商, as the department that asks and those that are asked read it. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const consultationsQuery = (query: Query<"/government/consultations">) =>
  listQuery("applications", "/government/consultations", { query });

export const consultationQuery = (id: string) =>
  readQuery("applications", "/government/consultations/{id}", { path: { id } });

export const consultedQuery = (application: string) =>
  readQuery("applications", "/government/applications/{id}/consultations", { path: { id: application } });

export const consultableQuery = readQuery("team", "/government/consultations/departments");
