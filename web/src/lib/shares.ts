/** Shares of one whole in basis points, which add up to the whole: the largest remainders are rounded up. */
const WHOLE = 10_000;

/** All of them, in the order of `parts`, which are not negative; a whole of nothing has shares of nothing. */
export function sharesOf(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * WHOLE) / total);
  const shares = exact.map(Math.floor);
  const short = WHOLE - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (index: number) => (exact[index] ?? 0) - (shares[index] ?? 0);
  const order = parts.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of order.slice(0, short)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
