/** Applications as the department that reviews them reads them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const poolQuery = (query: Query<"/government/applications">) =>
  listQuery("applications", "/government/applications", { query });

export const reviewedQuery = (id: string) =>
  readQuery("applications", "/government/applications/{id}", { path: { id } });

export const loadQuery = readQuery("applications", "/government/applications/load");

/** Path of a file that was handed in; each download is noted. */
export const handedInFile = (application: string) => (file: string) =>
  `/government/applications/${application}/files/${file}`;
