/** The balance of points after each entry, reckoned back from what it is now. */
import type { Schema } from "@/api/types";

export type Entry = Pick<Schema<"EntryView">, "number" | "at" | "points">;

/** Entries in any order, the newest of all among them; oldest first. */
export function balances(entries: readonly Entry[], balance: number): { at: string; value: number }[] {
  let after = balance;
  const newestFirst = [...entries].sort((a, b) => b.number - a.number);
  const points = newestFirst.map(({ at, points }) => {
    const point = { at, value: after };
    after -= points;
    return point;
  });
  return points.reverse();
}
