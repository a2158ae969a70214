/** What the pictures of points and grades are made of. */
import { describe, expect, it } from "vitest";
import { quadrantOf } from "./quadrant";
import { balances } from "./trend";

describe("the balance after each entry", () => {
  it("is reckoned back from what it is now, whatever the order of the entries", () => {
    const entries = [
      { number: 3, at: "2026-03-01T00:00:00Z", points: -5 },
      { number: 1, at: "2026-01-01T00:00:00Z", points: 20 },
      { number: 2, at: "2026-02-01T00:00:00Z", points: 3 },
    ];
    expect(balances(entries, 18).map(({ value }) => value)).toEqual([20, 23, 18]);
    // Of more entries than were asked for, the oldest shown begins from what was there.
    expect(balances(entries, 118).map(({ value }) => value)).toEqual([120, 123, 118]);
    expect(balances([], 0)).toEqual([]);
  });
});

describe("institutions in four fields", () => {
  const row = (name: string, part: number, whole: number, grade: "a" | "d" | null) => ({
    name,
    figures: { limits: { part, whole } },
    graded: { grade },
  });
  it("divides those with something to do by the middle and by the rate of all", () => {
    const found = quadrantOf([
      row("甲", 9, 10, "a"),
      row("乙", 1, 2, "d"),
      row("丙", 0, 0, null),
      row("丁", 4, 4, null),
    ]);
    expect(found).toMatchObject({ busy: 3, idle: 1, middle: 4, rate: 8_750 });
    expect(found.groups.map(({ name, points }) => [name, points[0]])).toEqual([
      ["A 级", { name: "甲", x: 10, y: 9_000 }],
      ["D 级", { name: "乙", x: 2, y: 5_000 }],
      ["未评级", { name: "丁", x: 4, y: 10_000 }],
    ]);
  });

  it("says nothing of nobody", () => {
    expect(quadrantOf([])).toMatchObject({ busy: 0, idle: 0, middle: 0, rate: 0, groups: [] });
  });
});
