/** The own applications, and what there is of one's own for an item already. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "./queries";
import { can, useSession } from "./session";
import type { Query, Schema } from "./types";

type Row = Schema<"ApplicationRow">;

export const applicationsQuery = (query: Query<"/enterprise/applications">) =>
  listQuery("applications", "/enterprise/applications", { query });

/** Of one item: what is under way, what was granted last and for which version, and what is still being written. */
export type Applied = { running?: string; given?: { id: string; number: number }; draft?: string };

const GIVEN: readonly Row["state"][] = ["paid", "granted"];
const OVER: readonly Row["state"][] = ["not_accepted", "refused", "withdrawn", "lapsed", "recovered"];

/** By item; of several drafts the first of `rows`. What has come to nothing stands in nobody's way. Pure. */
export function appliedOf(
  rows: readonly Pick<Row, "id" | "policy_id" | "number" | "state">[],
): Map<string, Applied> {
  const found = new Map<string, Applied>();
  for (const { id, policy_id, number, state } of rows) {
    if (OVER.includes(state)) continue;
    const item = found.get(policy_id) ?? {};
    if (state === "draft") item.draft ??= id;
    else if (!GIVEN.includes(state)) item.running = id;
    else if (!item.given || item.given.number < number) item.given = { id, number };
    found.set(policy_id, item);
  }
  return found;
}

/** What there is of one's own for version `number` of an item. Who holds one cannot have it (again): it is under way, or was granted. */
export function ownOf(
  applied: Applied | undefined,
  number: number,
): { id: string; stands: "held" | "draft" } | undefined {
  const given = applied?.given && applied.given.number >= number ? applied.given.id : undefined;
  const held = applied?.running ?? given;
  if (held) return { id: held, stands: "held" };
  return applied?.draft ? { id: applied.draft, stands: "draft" } : undefined;
}

/** What the own firm has applied for; nothing while it is asked for. Who has no applications gets none. */
export function useApplied(): Map<string, Applied> | undefined {
  const me = useSession().data?.me;
  const may = me ? can(me, "applications.own") : false;
  const query = useQuery({ ...applicationsQuery({ size: 100 }), enabled: may });
  if (!may || query.isError) return appliedOf(query.data?.items ?? []);
  return query.data && appliedOf(query.data.items);
}
