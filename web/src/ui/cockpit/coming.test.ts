import { expect, it } from "vitest";
import { byDay, type ComingItem, dayName, weekdayOf, weeksFrom } from "./coming";

const item = (day: string): ComingItem => ({ key: day, day, what: "到期", title: "某企业", to: "/" });

it("begins the weeks with the Monday of this one, over the end of a year too", () => {
  expect(weeksFrom("2026-12-31", 2)).toHaveLength(14);
  expect(weeksFrom("2026-12-31", 2)[0]).toBe("2026-12-28");
  expect(weeksFrom("2026-12-31", 2).at(-1)).toBe("2027-01-10");
  expect(weeksFrom("2026-11-30", 1)[0]).toBe("2026-11-30");
  expect(weekdayOf("2026-12-06")).toBe(6);
});

it("leaves out what is over, and puts the next day first", () => {
  const days = byDay(
    [item("2026-12-03"), item("2026-11-29"), item("2026-11-30"), item("2026-12-03")],
    "2026-11-30",
  );
  expect(days.map(([day, items]) => [day, items.length])).toEqual([
    ["2026-11-30", 1],
    ["2026-12-03", 2],
  ]);
});

it("names days as people do", () => {
  expect(["2026-11-30", "2026-12-01", "2026-12-03"].map((day) => dayName(day, "2026-11-30"))).toEqual([
    "今天",
    "明天",
    "12 月 3 日 周四",
  ]);
});
