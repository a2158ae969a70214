/** Times arrive in UTC and are shown in Asia/Shanghai, whatever the clock of the device says. China has no daylight saving time. */
import { MISSING } from "./money";

const OFFSET = 8 * 3_600_000;

/** The Shanghai wall clock as a Date whose UTC fields can be read. */
function shanghai(value: string | number | Date): Date | null {
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? null : new Date(time + OFFSET);
}

const isDateOnly = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** `2026-11-24`; accepts a timestamp or a plain date. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return MISSING;
  if (isDateOnly(value)) return value;
  return shanghai(value)?.toISOString().slice(0, 10) ?? MISSING;
}

/** `2026-11-24 09:30`. */
export function formatTime(value: string | null | undefined): string {
  if (!value) return MISSING;
  return shanghai(value)?.toISOString().slice(0, 16).replace("T", " ") ?? MISSING;
}

/** `2026 年 11 月 24 日`. */
export function formatLongDate(value: string | null | undefined): string {
  const text = formatDate(value);
  if (text === MISSING) return text;
  const [year, month, day] = text.split("-");
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
}

/** Today in Shanghai as YYYY-MM-DD. */
export function todayIn(now: Date): string {
  return formatDate(now.toISOString());
}

/** Whole calendar days from `now` to a date in Shanghai: negative when it has passed. */
export function daysUntil(value: string, now: Date): number {
  return Math.round((Date.parse(formatDate(value)) - Date.parse(todayIn(now))) / 86_400_000);
}

/** `刚刚`, `5 分钟前`, `3 小时前`, then the date and time. */
export function formatAgo(value: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(value).getTime()) / 60_000);
  if (minutes < 1) return "刚刚";
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`;
  return formatTime(value);
}

/** A day in Shanghai as the RFC 3339 instant at which it begins (for date filters). */
export const startOfDay = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET).toISOString();

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Days in the URL are Shanghai days; the end day is included. */
export function period(from: string | undefined, to: string | undefined) {
  const start = from && DAY.test(from) ? startOfDay(from) : undefined;
  const end = to && DAY.test(to) ? new Date(Date.parse(startOfDay(to)) + DAY_MS).toISOString() : undefined;
  return { from: start, to: end };
}
