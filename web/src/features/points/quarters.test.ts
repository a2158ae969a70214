import { expect, it } from "vitest";
import { conditionsText, pointsText, quarterText, shareText } from "@/labels/points";
import { quarterOf, quartersUntil } from "./quarters";

it("knows the quarter in Shanghai", () => {
  expect(quarterOf(new Date("2026-12-31T15:59:59Z"))).toBe("2026Q4");
  expect(quarterOf(new Date("2026-12-31T16:00:00Z"))).toBe("2027Q1");
  expect(quartersUntil(new Date("2026-05-01T00:00:00Z"), 4)).toEqual([
    "2026Q2",
    "2026Q1",
    "2025Q4",
    "2025Q3",
  ]);
});

it("puts rules, shares and quarters into words", () => {
  expect(pointsText(5)).toBe("+5");
  expect(pointsText(-5)).toBe("-5");
  expect(shareText({ part: 8, whole: 9 })).toBe("89%（8/9）");
  expect(shareText({ part: 0, whole: 0 })).toBe("—");
  expect(quarterText("2026Q4")).toBe("2026 年第 4 季度");
  expect(
    conditionsText("quick_contact", {
      points: 2,
      within: 4,
      caps: [{ period: "day", unit: "points", most: 10 }],
    }),
  ).toBe("4 个工作小时内；每天最多 10 分");
  expect(conditionsText("disbursed", { points: 20 })).toBe("—");
});
