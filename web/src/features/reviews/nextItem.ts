/** Which item of the queue is opened next. */

type Item = { link: string };

/** Where the item stands in the queue, or stood when it was last in it (`was`): it may have been decided meanwhile. */
export function placeOf(items: readonly Item[], link: string | null, was: number): number {
  const at = items.findIndex((item) => item.link === link);
  return at >= 0 ? at : was;
}

/** After the item with `link`, at `place`, has been decided: the one below it, after the last one the first. */
export function afterDecision<T extends Item>(
  items: readonly T[],
  link: string,
  place: number,
): T | undefined {
  const rest = items.filter((item) => item.link !== link);
  return rest[Math.max(place, 0)] ?? rest[0];
}

/** The neighbour of the open item on this page of the queue; with none open, its first. */
export function neighbour<T extends Item>(
  items: readonly T[],
  link: string | null,
  place: number,
  by: 1 | -1,
): T | undefined {
  if (link === null || place < 0) return items[0];
  const there = items[place]?.link === link;
  // Where it has gone, the next one has come into its place.
  return items[there || by < 0 ? place + by : place];
}

/** The page of the queue that holds the neighbour when this one does not; none at either end. */
export function pageBeside(page: number, by: 1 | -1, size: number, total: number): number | null {
  const next = page + by;
  return next >= 1 && (next - 1) * size < total ? next : null;
}
