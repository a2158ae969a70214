import { describe, expect, it } from "vitest";
import { type Asked, asField, groups, NONE, readAnswer, ticked, valuesOf } from "./figures";

const field = (kind: Asked["kind"], more: Partial<Asked> = {}): Asked => ({
  code: kind,
  name: kind,
  kind,
  ...more,
});

describe("answers", () => {
  it.each([
    ["money", "300", 300_000_000],
    ["money", "-85.5", -85_500_000],
    ["money", "0", 0],
    ["rate", "70", 70_000],
    ["rate", "4.25", 4_250],
    ["count", "0", 0],
    ["number", "120.5", 120.5],
    ["date", "2023-11-23", "2023-11-23"],
    ["choice", "small", "small"],
    ["text", "高新区", "高新区"],
  ] as const)("%s %s", (kind, text, value) => expect(readAnswer(field(kind), text)).toEqual({ value }));

  it.each(["money", "rate", "count", "number"] as const)("%s that cannot be read is told", (kind) =>
    expect(readAnswer(field(kind), "很多").wrong).toBeTruthy(),
  );

  it("say nothing where nothing is typed", () => {
    for (const kind of ["money", "date", "choice", "text", "yes_no"] as const) {
      expect(readAnswer(field(kind), undefined)).toEqual({});
      expect(readAnswer(field(kind), "  ")).toEqual({});
    }
    expect(readAnswer(field("several"), [])).toEqual({});
  });

  it("of yes and no", () => {
    expect(readAnswer(field("yes_no"), "yes")).toEqual({ value: true });
    expect(readAnswer(field("yes_no"), "no")).toEqual({ value: false });
  });

  it("of a register that has nothing are an empty list", () => {
    expect(readAnswer(field("several", { complete: true }), [NONE])).toEqual({ value: [] });
    expect(ticked(["a"], NONE)).toEqual([NONE]);
    expect(ticked([NONE], "a")).toEqual(["a"]);
    expect(ticked(["a", "b"], "a")).toEqual(["b"]);
  });

  it("are sent by code, without those that cannot be read", () => {
    const fields = [field("money"), field("count"), field("date")];
    expect(valuesOf(fields, { money: "1", count: "x", other: "2" })).toEqual({ money: 1_000_000 });
  });
});

it("questions stand in groups", () => {
  const finance = { source: { finance: { years_back: 0 } } } as const;
  const fields = [{ source: "trades" }, finance, { source: "profile" }, { source: "risks" }] as const;
  expect(groups(fields).map(({ name, fields }) => [name, fields.length])).toEqual([
    ["企业情况", 2],
    ["财务数据", 1],
    ["平台融资", 1],
  ]);
});

it("a figure of a standard is asked like a field", () => {
  expect(asField({ name: "area", label: "入驻面积", kind: "number", unit: "平方米" })).toEqual({
    code: "area",
    name: "入驻面积",
    kind: "number",
    unit: "平方米",
  });
});
