/** What waits for the operator, by kind and by how much time is left. */
import type { Schema } from "@/api/types";

type Item = Pick<Schema<"ReviewItem">, "kind" | "kind_text" | "due">;

/** Within a working day it is due today or tomorrow. */
const SOON = 1;

const left = ({ due }: Item) => due?.days_left ?? Number.POSITIVE_INFINITY;

const BANDS: readonly ((item: Item) => boolean)[] = [
  (item) => left(item) < 0,
  (item) => left(item) >= 0 && left(item) <= SOON,
  (item) => left(item) > SOON,
];

/** Kinds with the most first, and for each of the three bands how many of each. */
export function queueLoad(items: readonly Item[]) {
  const kinds = new Map<string, { text: string; items: Item[] }>();
  for (const item of items) {
    const kind = kinds.get(item.kind) ?? { text: item.kind_text, items: [] };
    kind.items.push(item);
    kinds.set(item.kind, kind);
  }
  const rows = [...kinds.values()].sort((a, b) => b.items.length - a.items.length);
  const [overdue = [], soon = [], later = []] = BANDS.map((band) =>
    rows.map((row) => row.items.filter(band).length),
  );
  return { labels: rows.map(({ text }) => text), overdue, soon, later };
}
