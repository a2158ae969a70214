/** Typed values that have not reached the server, kept in this browser tab under the demand they belong to. */
import type { DemandIn, DemandView } from "@/api/types";
import { loadDraft } from "@/lib/draft";
import { EMPTY_DEMAND, ofDemand, toInput } from "./demandDraft";

/** Values typed on top of a version of the server (null: never saved). */
export type StoredDraft = { version: number | null; values: DemandIn };

export const draftName = (id: string | null) => `demand:${id ?? "new"}`;

/** What the form starts with: unsent typing wins, unless the demand was saved elsewhere in the meantime. */
export function startValues(demand: DemandView | null): { values: DemandIn; restored: boolean } {
  const stored = loadDraft<StoredDraft>(draftName(demand?.id ?? null));
  const version = demand?.version ?? null;
  if (stored?.values && (stored.version ?? null) === version)
    return { values: toInput(stored.values), restored: true };
  return { values: demand ? ofDemand(demand) : EMPTY_DEMAND, restored: false };
}
