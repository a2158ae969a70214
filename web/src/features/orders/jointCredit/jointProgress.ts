/** How far a joint credit has come together. */

/** Percent of `total` that `part` is, whole, never rounded up to 100; more where too much has come together. */
export function percentOf(part: number, total: number): number {
  if (total <= 0) return 0;
  return Math.floor((part * 100) / total);
}
