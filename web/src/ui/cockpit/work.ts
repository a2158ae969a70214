/** What somebody has to do, as one list: the nearest limit first, and what has no limit by how long it has waited. */
import type { Schema } from "@/api/types";
import type { Label } from "@/labels/label";

export type WorkItem = {
  key: string;
  /** Which filter it belongs to. */
  kind: string;
  /** Whose it is or what it is about. */
  title: string;
  /** The place where it is done. */
  to: string;
  state?: Label;
  /** Fen. */
  amount?: number | null;
  /** What else is worth knowing before it is opened: number, officer. */
  notes?: readonly string[];
  due: Schema<"Due"> | null;
  /** Since when it waits. */
  since: string;
  /** The next step; without `run` it is taken at `to`. */
  step?: { label: string; run?: () => void };
};

const left = ({ due }: WorkItem) => due?.days_left ?? Number.POSITIVE_INFINITY;

export const sortWork = (items: readonly WorkItem[]): WorkItem[] =>
  [...items].sort((a, b) => {
    const [x, y] = [left(a), left(b)];
    return x === y ? a.since.localeCompare(b.since) : x - y;
  });

/** Less than a working day is left, or nothing any more. */
export const isPressing = ({ due }: Pick<WorkItem, "due">): boolean => due !== null && due.days_left < 1;

export const isLate = ({ due }: Pick<WorkItem, "due">): boolean => due !== null && due.days_left < 0;

export type WorkFilter = { value: string | undefined; label: string; count: number };

/** A filter for each kind that there is, after one for all; none where there is only one kind. */
export function workFilters(items: readonly WorkItem[], kinds: Record<string, string>): WorkFilter[] {
  const filters = Object.entries(kinds)
    .map(([value, label]) => ({ value, label, count: items.filter(({ kind }) => kind === value).length }))
    .filter(({ count }) => count > 0);
  return filters.length > 1 ? [{ value: undefined, label: "全部", count: items.length }, ...filters] : [];
}
