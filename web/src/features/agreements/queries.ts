/** Versions of all agreements, newest first of each. */
import { readQuery } from "@/api/queries";

export const versionsQuery = readQuery("agreements", "/operator/agreements");
