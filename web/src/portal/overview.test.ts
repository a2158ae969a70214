/** The overview adds up. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { overviewNote } from "@/lib/apart";
import { overviewRows } from "./overview";

const groups: Schema<"MarketOverview">["groups"][number][] = [
  { section: "c", kind: "debt", amount_band: "to_500", term_band: "to_12", count: 4 },
  { section: "c", kind: "debt", amount_band: "to_500", term_band: "to_36", count: 3 },
  { section: "i", kind: "debt", amount_band: "up_to_100", term_band: "to_12", count: 9 },
  { section: "a", kind: "debt", amount_band: "to_1000", term_band: "to_36", count: 7 },
];

it("sums over term bands and sorts by total, then by section", () => {
  expect(overviewRows(groups, undefined)).toEqual([
    { section: "i", total: 9, bands: { up_to_100: 9 } },
    { section: "a", total: 7, bands: { to_1000: 7 } },
    { section: "c", total: 7, bands: { to_500: 7 } },
  ]);
});

it("keeps one term band", () => {
  expect(overviewRows(groups, "to_12").map((row) => [row.section, row.total])).toEqual([
    ["i", 9],
    ["c", 4],
  ]);
});

it("says why the table counts fewer than the figure above it", () => {
  expect(overviewNote(12, 9)).toContain("当前共有 12 项需求，下表为其中公开征集报价的 9 项；其余 3 项");
  expect(overviewNote(9, 9)).toBeNull();
  expect(overviewNote(null, 9)).toBeNull();
  expect(overviewNote(9, undefined)).toBeNull();
});
