/** The day in Shanghai differs from the UTC day for eight hours a day. */
import { expect, it } from "vitest";
import { daysUntil, formatAgo, formatDate, formatLongDate, formatTime, startOfDay, todayIn } from "./dates";

it("shows UTC times on the Shanghai clock", () => {
  expect(formatTime("2026-11-23T16:30:00Z")).toBe("2026-11-24 00:30");
  expect(formatDate("2026-11-23T16:30:00Z")).toBe("2026-11-24");
  expect(formatDate("2026-11-23")).toBe("2026-11-23");
  expect(formatLongDate("2026-01-05")).toBe("2026 年 1 月 5 日");
  expect(formatTime(null)).toBe("—");
  expect(formatTime("nonsense")).toBe("—");
});

it("counts days by the Shanghai calendar", () => {
  const now = new Date("2026-11-23T17:00:00Z");
  expect(todayIn(now)).toBe("2026-11-24");
  expect(daysUntil("2026-11-24", now)).toBe(0);
  expect(daysUntil("2026-11-30", now)).toBe(6);
  expect(daysUntil("2026-11-23", now)).toBe(-1);
  expect(startOfDay("2026-11-24")).toBe("2026-11-23T16:00:00.000Z");
});

it("says how long ago", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  expect(formatAgo("2026-11-23T11:59:30Z", now)).toBe("刚刚");
  expect(formatAgo("2026-11-23T11:15:00Z", now)).toBe("45 分钟前");
  expect(formatAgo("2026-11-23T07:00:00Z", now)).toBe("5 小时前");
  expect(formatAgo("2026-11-01T07:00:00Z", now)).toBe("2026-11-01 15:00");
});
