/** Numbers, texts and days, read exactly as the server reads them (crates/policy/src/decimal.rs, days.rs). */
import type { DayEdge, Offset } from "./model";

/** The greatest whole number, and so the most fen and the most millionths. */
const MOST_WHOLE = 9_000_000_000_000_000;
const DAY_MS = 86_400_000;

/** A whole number; none for anything else. */
export function whole(json: unknown): number | null {
  return typeof json === "number" && Number.isInteger(json) && Math.abs(json) <= MOST_WHOLE ? json : null;
}

/** A number with at most six decimals, in millionths. */
export function millionths(json: unknown): number | null {
  if (typeof json !== "number" || !Number.isFinite(json)) return null;
  const found = Math.round(Math.abs(json) * 1_000_000) * Math.sign(json) + 0;
  return Math.abs(found) <= MOST_WHOLE && found / 1_000_000 === json ? found : null;
}

/** How many decimals so many millionths are written with. */
export function decimalsOf(found: number): number {
  const places = [0, 1, 2, 3, 4, 5].find((places) => found % 10 ** (6 - places) === 0);
  return places ?? 6;
}

const SPACE = /\p{White_Space}/u;

/** Without white space around it, as Unicode has it. */
export function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** A day as a whole number, so that the next day is one more; none for what is no day from 1900 to 2199. */
export function ordinal(text: string): number | null {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is read as a day of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / DAY_MS;
}

export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day that lies so far from `day`: months first, then days; a day that the month lacks is its last. */
export function moved(day: number, { months = 0, days = 0 }: Offset): number {
  const from = new Date(day * DAY_MS);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / DAY_MS + days;
}

/** Which day it is for an application of `day`. */
export function dayOf(edge: DayEdge, day: number): number | null {
  return typeof edge === "string" ? ordinal(edge) : moved(day, edge);
}
