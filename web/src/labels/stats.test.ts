/** Figures have their unit, and no number where there is none. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { figureText } from "./stats";

const text = (key: Schema<"FigureKey">, value: number | null) => {
  const shown = figureText({ key, value, definition: "" });
  return `${shown.value}${shown.unit}`;
};

it("shows each figure in its unit", () => {
  expect(text("enterprises", 1234)).toBe("1,234家");
  expect(text("disbursed", 8_000_000_000)).toBe("8,000.00万元");
  expect(text("disbursed", 12_340_000_000)).toBe("1.23亿元");
  expect(text("success_rate", 6_667)).toBe("66.67%");
  expect(text("success_rate", null)).toBe("—");
});
