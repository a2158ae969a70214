/** The own applications, and what there is of one's own for an item already. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "./queries";
import { can, useSession } from "./session";
import type { Query, Schema } from "./types";

type Row = Schema<"ApplicationRow">;

export const applicationsQuery = (query: Query<"/enterprise/applications">) =>
  listQuery("applications", "/enterprise/applications", { query });

/** Of one item: what is under way, what was granted, or what is still being written. */
export type Applied = { id: string; stands: "running" | "given" | "draft" };

const GIVEN: readonly Row["state"][] = ["paid", "granted"];
const OVER: readonly Row["state"][] = ["not_accepted", "refused", "withdrawn", "lapsed", "recovered"];
const WEIGHT: readonly Applied["stands"][] = ["draft", "given", "running"];

/** By item, what weighs most there; what has come to nothing stands in nobody's way. Pure. */
export function appliedOf(rows: readonly Pick<Row, "id" | "policy_id" | "state">[]): Map<string, Applied> {
  const found = new Map<string, Applied>();
  for (const { id, policy_id, state } of rows) {
    if (OVER.includes(state)) continue;
    const stands = state === "draft" ? "draft" : GIVEN.includes(state) ? "given" : "running";
    const before = found.get(policy_id);
    if (!before || WEIGHT.indexOf(stands) > WEIGHT.indexOf(before.stands))
      found.set(policy_id, { id, stands });
  }
  return found;
}

/** What the own firm has applied for; nothing while it is asked for. Who has no applications gets none. */
export function useApplied(): Map<string, Applied> | undefined {
  const me = useSession().data?.me;
  const may = me ? can(me, "applications.own") : false;
  const query = useQuery({ ...applicationsQuery({ size: 100 }), enabled: may });
  if (!may || query.isError) return appliedOf(query.data?.items ?? []);
  return query.data && appliedOf(query.data.items);
}

/** Cannot be had (again) for the moment: it is under way, or was granted. */
export const isHeld = (applied: Applied | undefined) => applied !== undefined && applied.stands !== "draft";
