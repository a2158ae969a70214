import { readQuery } from "@/api/queries";

export const demandMatchesQuery = (id: string) =>
  readQuery("matching", "/enterprise/demands/{id}/matches", { path: { id } });

export const productMatchesQuery = (id: string) =>
  readQuery("matching", "/institution/products/{id}/matches", { path: { id } });

/** Loans for the own firm, before it has said what it wants. */
export const firmMatchesQuery = readQuery("matching", "/enterprise/matches");

/** Demands for everything that the own institution has on the shelf. */
export const institutionMatchesQuery = readQuery("matching", "/institution/matches");

/** To whom one of the own demands was offered. */
export const dispatchesQuery = (id: string) =>
  readQuery("matching", "/enterprise/demands/{id}/dispatches", { path: { id } });

/** The same for the operator. */
export const anyDispatchesQuery = (id: string) =>
  readQuery("matching", "/operator/demands/{id}/dispatches", { path: { id } });
