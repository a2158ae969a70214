import { describe, expect, it } from "vitest";
import { bandLabel, rateSentence, withOwn } from "./rateBands";

const BANDS = [
  { from: 3_000, below: 3_500, products: 3 },
  { from: 3_500, below: 4_000, products: 0 },
  { from: 4_000, below: 4_500, products: 1 },
];

describe("the rates of the shelf", () => {
  it("counts a product once, in its own band", () => {
    expect(withOwn(BANDS, 3_499)).toEqual({ others: [2, 0, 1], own: [1, 0, 0] });
    expect(withOwn(BANDS, 4_000)).toEqual({ others: [3, 0, 0], own: [0, 0, 1] });
    expect(withOwn([], 4_000)).toEqual({ others: [], own: [] });
  });

  it("says where the product stands", () => {
    const bands = { products: 4, median: 3_200, bands: BANDS };
    expect(BANDS.map(bandLabel)[0]).toBe("3–3.5%");
    expect(rateSentence(bands, 3_200)).toContain("与中位数相同");
    expect(rateSentence(bands, 3_000)).toContain("低于中位数");
    expect(rateSentence(bands, 4_000)).toBe(
      "本产品最低 4.00%，高于 100% 的同类产品；同类产品共 4 款，最低年利率的中位数为 3.20%，本产品高于中位数。",
    );
    expect(rateSentence(bands, 3_000), "two of three stand in its own band").toContain("低于 33% 的同类产品");
    const close = { products: 3, median: 3_200, bands: BANDS.slice(0, 1) };
    expect(rateSentence(close, 3_100)).toContain("与其他同类产品在同一区间");
    expect(rateSentence({ products: 1, median: 3_000, bands: [] }, 3_000)).toContain("只有本产品");
  });
});
