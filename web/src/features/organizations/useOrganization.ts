/** One organisation and the operator's decisions about it. */
import { useQuery } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";

export const useOrganization = (id: string) =>
  useQuery(readQuery("organizations", "/operator/organizations/{id}", { path: { id } }));

/** How much of its room the organisation's files take. */
export const useOrganizationStorage = (id: string) =>
  useQuery(readQuery("organizations", "/operator/organizations/{id}/storage", { path: { id } }));
