import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const demandsQuery = (query: Query<"/enterprise/demands">) =>
  listQuery("demands", "/enterprise/demands", { query });

export const demandQuery = (id: string) => readQuery("demands", "/enterprise/demands/{id}", { path: { id } });

export const marketDemandsQuery = (query: Query<"/market/demands">) =>
  listQuery("market", "/market/demands", { query });

export const marketDemandQuery = (id: string) =>
  readQuery("market", "/market/demands/{id}", { path: { id } });

export const supplyDemandsQuery = (query: Query<"/government/supply/demands">) =>
  listQuery("demands", "/government/supply/demands", { query });

export const supplyDemandQuery = (id: string) =>
  readQuery("demands", "/government/supply/demands/{id}", { path: { id } });
