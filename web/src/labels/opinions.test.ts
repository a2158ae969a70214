/** 常用意见 can be sent as they stand. */
import { describe, expect, it } from "vitest";
import { Defect, RatingRulingIn, RefusalIn } from "@/api/limits.gen";
import { DEMAND_DEFECTS, PRODUCT_DEFECTS, REGISTRATION_DEFECTS } from "./defects";
import { REFUSALS, UPHELD } from "./opinions";
import { DEFECTS } from "./remarks";

/** So many have a number of their own. */
const NUMBERED = 9;

const within = (text: string, { min, max }: { min: number; max: number }) =>
  text.length >= min && text.length <= max;

describe.each(Object.entries(REFUSALS))("%s", (_kind, texts) => {
  it("has a few reasons, each long enough", () => {
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.length).toBeLessThanOrEqual(NUMBERED);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => !within(text, RefusalIn.reason))).toEqual([]);
  });
});

it("has words for a ruling in favour", () => {
  expect(UPHELD.filter((text) => !within(text, RatingRulingIn.ruling))).toEqual([]);
});

it("points at fields that can be pointed at", () => {
  const fields = {
    organization: REGISTRATION_DEFECTS.fields,
    product: PRODUCT_DEFECTS.fields,
    demand: DEMAND_DEFECTS.fields,
  };
  for (const [kind, known] of Object.entries(fields)) {
    const defects = DEFECTS[kind as keyof typeof fields] ?? [];
    expect(defects.length).toBeGreaterThan(1);
    expect(defects.length).toBeLessThanOrEqual(NUMBERED);
    expect(defects.filter(({ field }) => !known.includes(field))).toEqual([]);
    expect(defects.filter(({ message }) => !within(message, Defect.message))).toEqual([]);
  }
});
