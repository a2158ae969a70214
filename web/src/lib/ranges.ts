/** Ranges that the API document does not state: amounts in fen, rates in 0.001 %, terms in months. */

export const AMOUNT = { min: 1_000_000, max: 100_000_000_000 } as const;
export const VALUATION = { min: 1_000_000, max: 10_000_000_000_000 } as const;
export const RATE = { min: 1, max: 24_000 } as const;
export const TERM = { min: 1, max: 360 } as const;

export const isOutside = (value: number, { min, max }: { min: number; max: number }): boolean =>
  value < min || value > max;
