/** How far a joint credit has come together. */

/** Percent of `total` that `part` is, whole, never more than 100 and never rounded up to it. */
export function percentOf(part: number, total: number): number {
  if (total <= 0) return 0;
  return part >= total ? 100 : Math.floor((part * 100) / total);
}
