import { expect, test } from "vitest";
import { askable } from "@/api/suggestion";
import type { Schema } from "@/api/types";
import { FEWEST, purposeText } from "./suggestion";

const FOUND: Schema<"TextSuggestion"> = {
  purpose: { use_kind: "equipment", probability: 912, words: ["设备", "生产线"] },
  industry: null,
  tags: [],
  keywords: [],
};

test("only a text of some length is asked about", () => {
  expect(askable("  采购设备  ", FEWEST)).toBeNull();
  expect(askable(null, FEWEST)).toBeNull();
  expect(askable(" 采购两条自动化生产线设备 ", FEWEST)).toBe("采购两条自动化生产线设备");
});

test("a purpose is suggested with its reasons, and never over the same choice", () => {
  const open = purposeText(FOUND, null);
  expect(open?.text).toMatch(/^根据说明，资金用途可能是：.+（依据：设备、生产线）$/u);
  expect(open?.action).toBe("采用");
  expect(purposeText(FOUND, "rnd")?.action).toBe("改选此项");
  expect(purposeText(FOUND, "equipment")).toBeNull();
  expect(purposeText({ ...FOUND, purpose: null }, null)).toBeNull();
  expect(purposeText(undefined, null)).toBeNull();
});

test("without words of its own the sentence has no reasons", () => {
  const purpose = { use_kind: "rnd", probability: 800, words: [] } as const;
  expect(purposeText({ ...FOUND, purpose: { ...purpose, words: [] } }, null)?.text).not.toContain("依据");
});
