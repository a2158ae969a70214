/** The progress of a joint credit, in words that tell a first share from a changed one. */
import type { Schema } from "@/api/types";

type Item = Schema<"TimelineItem">;

const COMMITTED = "joint_credits.committed";
/** After these whoever takes a share begins anew. */
const GONE: readonly string[] = ["passed", "dropped", "refused", "left", "lapsed"].map(
  (step) => `joint_credits.${step}`,
);

/** In the order of the server, the oldest first. Those whose name the reader may not know stay as they are. */
export function jointTimeline(items: readonly Item[], lead: string): Item[] {
  // The lead's first share is part of its proposal.
  const taken = new Set([lead]);
  return items.map((item) => {
    const { actor, kind } = item;
    if (actor === null) return item;
    if (GONE.includes(kind)) taken.delete(actor);
    if (kind !== COMMITTED) return item;
    const again = taken.has(actor);
    taken.add(actor);
    return again ? { ...item, text: item.text.replace(/^认购/, "调整认购额") } : item;
  });
}
