/** What comes on which day, for the calendar of a cockpit. Days are those of Shanghai, as `2026-12-01`. */

export type ComingItem = {
  key: string;
  /** The day, `2026-12-01`. */
  day: string;
  /** What happens on it: `首次联系到期`. */
  what: string;
  /** Whose: a firm, a number. */
  title: string;
  to: string;
};

const DAY_MS = 86_400_000;

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** So many weeks from the Monday of the one that `today` is in. */
export function weeksFrom(today: string, weeks: number): string[] {
  const monday = plus(today, -weekdayOf(today));
  return Array.from({ length: weeks * 7 }, (_, index) => plus(monday, index));
}

/** By day, the next first; what is over is not to come. */
export function byDay(items: readonly ComingItem[], today: string): [day: string, items: ComingItem[]][] {
  const days = new Map<string, ComingItem[]>();
  for (const item of items) if (item.day >= today) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}

const NAMES = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/** `今天`, `明天`, `12 月 3 日 周四`. */
export function dayName(day: string, today: string): string {
  if (day === today) return "今天";
  if (day === plus(today, 1)) return "明天";
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日 ${NAMES[weekdayOf(day)]}`;
}
