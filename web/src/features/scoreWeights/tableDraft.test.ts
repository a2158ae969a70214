/** What is typed comes back as the same table, and what is no number is named. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { INDICATORS, keyOf, parsed, STAGES, sumOf, toDraft, toTable, unitOf } from "./tableDraft";

const TABLE: Schema<"ScoreTable"> = {
  rows: STAGES.flatMap((stage) =>
    INDICATORS.map((indicator, index) => ({
      stage,
      indicator,
      weight: index < 10 ? 6 : 5,
      low: indicator === "rd_growth" ? -500 : 0,
      full: unitOf(indicator) === "money" ? 123_450_000 : 1_250,
    })),
  ),
  rule: { startup_years: 5, startup_revenue: 2_000_000_000, stable_years: 10, stable_revenue: 5_000_000_000 },
  caps: [{ kind: "penalty", cap: 70 }],
  grades: { a: 80, b: 65, c: 50, d: 35 },
};

it("goes there and back", () => {
  const draft = toDraft(TABLE);
  expect(draft.rows["startup.rd_growth"]).toEqual({ weight: "6", low: "-5", full: "12.5" });
  expect(draft.rows["stable.revenue"]?.full).toBe("123.45");
  expect(toTable(draft)).toEqual({ table: TABLE });
  expect(sumOf(draft, "startup")).toBe(100);
});

it("names what is no number", () => {
  const draft = toDraft(TABLE);
  draft.rows[keyOf("growing", "pct")] = { weight: "x", low: "0", full: "3" };
  expect(sumOf(draft, "growing")).toBeNull();
  expect(toTable(draft)).toEqual({ wrong: "成长期“PCT 申请量”的权重不是正确的数字" });
  expect(parsed("", "count")).toBeNull();
});
