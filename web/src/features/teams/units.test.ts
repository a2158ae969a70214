import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { unitLines, unitOptions } from "./units";

const unit = (id: string, parent_id: string | null, closed = false): Schema<"UnitView"> => ({
  id,
  parent_id,
  name: `单位${id}`,
  closed,
});

const UNITS = [unit("4", "2"), unit("1", null), unit("3", "1"), unit("2", "1"), unit("5", "1", true)];

test("the tree is read from the top, closed units are left out", () => {
  expect(unitLines(UNITS).map(({ id, depth }) => `${id}:${depth}`)).toEqual(["1:1", "3:2", "2:2", "4:3"]);
});

test("a select shows the depth", () => {
  expect(unitOptions(UNITS)[3]).toEqual({ value: "4", label: "　　单位4" });
});
