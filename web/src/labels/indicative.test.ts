import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { indicativeText, rangeSentence } from "./indicative";

const of = (change: Partial<Schema<"Indicative">>): Schema<"Indicative"> => ({
  state: "computed",
  amount: 263_000_000,
  number: 1,
  lines: [],
  inputs: [],
  beyond: null,
  missing: [],
  ...change,
});

test("an amount never stands without saying that it binds nobody", () => {
  expect(indicativeText(of({}))).toBe("意向额度约 263 万元（测算，非承诺）");
  expect(indicativeText(of({ state: "below", amount: null }))).toContain("最低额度");
  expect(indicativeText(of({ state: "unavailable", amount: null }))).toBe("暂时无法测算");
});

test("what is missing is named", () => {
  const missing = of({ state: "missing", amount: null, missing: ["纳税额", "创新积分"] });
  expect(indicativeText(missing)).toBe("补充纳税额、创新积分后可测算意向额度");
});

test("the range over all products", () => {
  const range = { products: 3, least: 80_000_000, most: 500_000_000 };
  expect(rangeSentence(range)).toBe("符合条件且可测算的 3 个产品：80 万元–500 万元（测算，非承诺）");
  expect(rangeSentence({ products: 1, least: 80_000_000, most: 80_000_000 })).toContain(
    "1 个产品：80 万元（",
  );
});
