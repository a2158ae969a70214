/** The own applications. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const applicationsQuery = (query: Query<"/enterprise/applications">) =>
  listQuery("applications", "/enterprise/applications", { query });

export const applicationQuery = (id: string) =>
  readQuery("applications", "/enterprise/applications/{id}", { path: { id } });
