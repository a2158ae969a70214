/** Which item of the queue is opened next. */

type Item = { link: string };

/** After the item with `link` has been decided: the one below it, after the last one the first. */
export function afterDecision<T extends Item>(items: readonly T[], link: string): T | undefined {
  const at = items.findIndex((item) => item.link === link);
  const rest = items.filter((item) => item.link !== link);
  return rest[Math.max(at, 0)] ?? rest[0];
}

/** The neighbour of the open item on this page of the queue; with none open, its first. */
export function neighbour<T extends Item>(
  items: readonly T[],
  link: string | null,
  by: 1 | -1,
): T | undefined {
  const at = items.findIndex((item) => item.link === link);
  if (at < 0) return items[0];
  return items[at + by];
}

/** The page of the queue that holds the neighbour when this one does not; none at either end. */
export function pageBeside(page: number, by: 1 | -1, size: number, total: number): number | null {
  const next = page + by;
  return next >= 1 && (next - 1) * size < total ? next : null;
}
