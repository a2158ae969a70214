import { expect, it } from "vitest";
import { sharesOf } from "./shares";

it.each([
  { parts: [], shares: [] },
  { parts: [0, 0], shares: [0, 0] },
  { parts: [5], shares: [10_000] },
  { parts: [1, 1], shares: [5_000, 5_000] },
  { parts: [1, 1, 1], shares: [3_334, 3_333, 3_333] },
  { parts: [2, 1], shares: [6_667, 3_333] },
  { parts: [0, 7], shares: [0, 10_000] },
  { parts: [1, 2, 3, 1], shares: [1_429, 2_857, 4_286, 1_428] },
])("$parts make $shares", ({ parts, shares }) => {
  expect(sharesOf(parts)).toEqual(shares);
});

it("adds up to the whole, and is never a point away from the exact share", () => {
  for (let count = 1; count <= 60; count++) {
    const parts = Array.from({ length: count }, (_, index) => (index * 37 + count) % 29);
    const total = parts.reduce((sum, part) => sum + part, 0);
    const shares = sharesOf(parts);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 10_000);
    for (const [index, share] of shares.entries())
      expect(Math.abs(share - ((parts[index] ?? 0) * 10_000) / (total || 1))).toBeLessThan(1);
  }
});
