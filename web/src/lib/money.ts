/** Money is integer fen (分), rates are integer 0.001 %, shares integer basis points; people see 万元, 亿元, 元 and percent. Exact, no float drift. */

import { plainNumber } from "./typed";

export const MISSING = "—";

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Rounds half up to `places` decimals of `10 ** shift` units; works on integers only. */
function scaled(value: number, shift: number, places: number): string {
  const negative = value < 0;
  const unit = 10n ** BigInt(shift - places);
  const rounded = (BigInt(Math.abs(Math.trunc(value))) + unit / 2n) / unit;
  const text = rounded.toString().padStart(places + 1, "0");
  const whole = group(text.slice(0, text.length - places));
  const sign = negative && rounded !== 0n ? "-" : "";
  return places === 0 ? sign + whole : `${sign}${whole}.${text.slice(text.length - places)}`;
}

export type MoneyUnit = "wan" | "yi" | "yuan";

export const UNIT_TEXT: Record<MoneyUnit, string> = { wan: "万元", yi: "亿元", yuan: "元" };

const SHIFT: Record<MoneyUnit, number> = { yuan: 2, wan: 6, yi: 10 };

/** Rounded: `formatMoney(123456700)` → `123.46` (万元); — for missing. */
export function formatMoney(fen: number | null | undefined, unit: MoneyUnit = "wan"): string {
  return fen === null || fen === undefined ? MISSING : scaled(fen, SHIFT[unit], 2);
}

/** To the fen, for columns in 万元: two decimals, and more where they would hide something: `199.999999`. */
export function exactWan(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return MISSING;
  const text = scaled(fen, SHIFT.wan, SHIFT.wan);
  return text.replace(/0{1,4}$/, "");
}

const belowWan = (fen: number) => fen !== 0 && Math.abs(fen) < 10 ** SHIFT.wan;

/** What an amount is said in so that nothing of it is rounded away: 元 below 1 万元, and where two decimals of 万元 do not do. */
export const exactUnit = (fen: number): MoneyUnit =>
  belowWan(fen) || fen % 10 ** (SHIFT.wan - 2) !== 0 ? "yuan" : "wan";

/** With the unit, to the fen unless one is given: `200.00 万元`, `1,999,999.99 元`, `9,125.00 元`. */
export function moneyText(fen: number | null | undefined, unit?: MoneyUnit): string {
  if (fen === null || fen === undefined) return MISSING;
  const said = unit ?? exactUnit(fen);
  return `${scaled(fen, SHIFT[said], 2)} ${UNIT_TEXT[said]}`;
}

/** For sums of many and for charts, where the fen say nothing: `123.46 万元`, and `9,125.00 元` below 1 万元. */
export const roughMoney = (fen: number | null | undefined): string =>
  moneyText(fen, belowWan(fen ?? 0) ? "yuan" : "wan");

/** A rate in 0.001 % as percent, the third decimal only where it says something: 4350 → `4.35%`, 5537 → `5.537%`. */
export function formatRate(rate: number | null | undefined): string {
  return rate === null || rate === undefined ? MISSING : `${scaled(rate, 3, rate % 10 === 0 ? 2 : 3)}%`;
}

/** The server reckons no further: 10,000 %, in 0.001 %. */
const MOST_COST = 10_000_000;

/** What a loan costs a year, in 0.001 %, as percent with two decimals: 6127 → `6.13%`. */
export function formatCost(cost: number | null | undefined): string {
  if (cost && cost >= MOST_COST) return `超过 ${scaled(MOST_COST, 3, 0)}%`;
  return cost === null || cost === undefined ? MISSING : `${scaled(cost, 3, 2)}%`;
}

/** A share in basis points as percent: 435 → `4.35%`. */
export function formatShare(bp: number | null | undefined): string {
  return bp === null || bp === undefined ? MISSING : `${scaled(bp, 2, 2)}%`;
}

/** A decimal text times 10^shift as an integer, or null if it is no number or has too many decimals. */
export function parseScaled(text: string, shift: number): number | null {
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(plainNumber(text));
  if (!match) return null;
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  if (decimals.length > shift) return null;
  const value = Number((match[1] ?? "0") + decimals.padEnd(shift, "0"));
  return Number.isSafeInteger(value) ? value : null;
}

/** As `parseScaled`, less than nothing with a minus. */
export function parseSigned(text: string, shift: number): number | null {
  const clean = plainNumber(text);
  const value = parseScaled(clean.replace(/^-/, ""), shift);
  return value !== null && clean.startsWith("-") ? -value : value;
}

/** A whole number of at most `digits` digits. */
export function parseWhole(text: string, digits: number): number | null {
  const value = parseScaled(text, 0);
  return value !== null && value < 10 ** digits ? value : null;
}

/** 万元 as typed → fen. */
export const wanToFen = (text: string) => parseScaled(text, SHIFT.wan);

/** 元 as typed → fen. */
export const yuanToFen = (text: string) => parseScaled(text, SHIFT.yuan);

/** Percent as typed → 0.001 %. */
export const percentToRate = (text: string) => parseScaled(text, 3);

/** Percent as typed → basis points. */
export const percentToBp = (text: string) => parseScaled(text, 2);

/** The inverse of `parseScaled` for an input field: no grouping, no trailing zeros. */
export function unscaled(value: number, shift: number): string {
  const text = String(Math.abs(Math.trunc(value))).padStart(shift + 1, "0");
  const decimals = text.slice(text.length - shift).replace(/0+$/, "");
  const whole = text.slice(0, text.length - shift);
  return decimals ? `${whole}.${decimals}` : whole;
}

export const fenToWan = (fen: number) => unscaled(fen, SHIFT.wan);
export const rateToPercent = (rate: number) => unscaled(rate, 3);
export const bpToPercent = (bp: number) => unscaled(bp, 2);

/** Whole numbers with thousands separators. */
export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined ? MISSING : scaled(value, 0, 0);
}
