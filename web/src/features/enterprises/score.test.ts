/** What would raise an indicator is said in its own unit, and not when there is nothing to gain. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { bestRaises, raiseText } from "./ScoreCard";

const row = (fields: Partial<Schema<"IndicatorView">>): Schema<"IndicatorView"> => ({
  indicator: "rd_share",
  group: "technology",
  unit: "share",
  value: 900,
  source: "own",
  dated: null,
  verified: false,
  expired: false,
  weight: 12,
  low: 300,
  full: 1_500,
  points: 600,
  ...fields,
});

it("says what is missing", () => {
  expect(raiseText(row({}))).toBe("达到 15.00%，可再得 6.00 分");
  expect(raiseText(row({ value: null, points: 0 }))).toBe("填写后计算，最多可得 12 分");
  expect(raiseText(row({ points: 1_200 }))).toBeNull();
  expect(raiseText(row({ unit: "money", full: 200_000_000 }))).toBe("达到 200.00 万元，可再得 6.00 分");
});

it("tells first what brings most", () => {
  const rows = [
    row({ indicator: "pct", weight: 3, points: 0 }),
    row({ indicator: "revenue", weight: 6, points: 600 }),
    row({ indicator: "rd_share", weight: 12, points: 600 }),
  ];
  expect(bestRaises(rows).map(({ indicator }) => indicator)).toEqual(["rd_share", "pct"]);
});
