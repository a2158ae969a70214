/** Lists of 免申即享, as the department and the firms named read them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const automaticListsQuery = (query: Query<"/government/automatic">) =>
  listQuery("applications", "/government/automatic", { query });

export const automaticListQuery = (id: string) =>
  readQuery("applications", "/government/automatic/{id}", { path: { id } });

export const automaticEntriesQuery = (id: string, query: Query<"/government/automatic/{id}/entries">) =>
  listQuery("applications", "/government/automatic/{id}/entries", { path: { id }, query });

export const automaticOffersQuery = (query: Query<"/enterprise/automatic">) =>
  listQuery("applications", "/enterprise/automatic", { query });
