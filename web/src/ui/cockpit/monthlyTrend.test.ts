/** A year of months in one sentence. */
import { expect, it } from "vitest";
import { grown, monthlyTrend, total } from "./monthlyTrend";

const MONTHS = ["202609", "202610", "202611"];

it("says which month had most, and how far the running one is", () => {
  const trend = monthlyTrend("新增企业", MONTHS, [2, 5, 1], (value) => `${value} 家`);
  expect(trend).toEqual({
    values: [2, 5, 1],
    sentence: "近 3 个月每月新增企业：2026 年 10 月最多，为 5 家；本月至今 1 家。",
  });
  expect(total([2, 5, 1])).toBe(8);
});

it("draws nothing of nothing", () => {
  expect(monthlyTrend("新增企业", MONTHS, [0, 0, 0], String)).toBeUndefined();
  expect(monthlyTrend("新增企业", MONTHS, undefined, String)).toBeUndefined();
});

it("draws a sum as it grew", () => {
  const trend = monthlyTrend("新增企业", MONTHS, [2, 5, 0], String);
  expect(grown(300, trend)?.values).toEqual([295, 300, 300]);
  expect(grown(300, trend)?.sentence).toBe(trend?.sentence);
  expect(grown(300, undefined)).toBeUndefined();
});
