/** One of the own applications. */
import { readQuery } from "@/api/queries";

export const applicationQuery = (id: string) =>
  readQuery("applications", "/enterprise/applications/{id}", { path: { id } });
