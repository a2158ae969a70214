/** The share that an investment buys; the same arithmetic as the server, in integers, rounded half up. */

type Fen = number | null | undefined;

/** Basis points of the firm after the money has come; null while something is missing. */
export function shareBp(amount: Fen, preMoney: Fen): number | null {
  if (!amount || amount <= 0 || !preMoney || preMoney <= 0) return null;
  const whole = BigInt(amount) + BigInt(preMoney);
  return Number((2n * BigInt(amount) * 10_000n + whole) / (2n * whole));
}
