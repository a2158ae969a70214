/** What fits what was typed, and in which order. */
import { expect, it } from "vitest";
import { fitness, fitting } from "./match";

it("finds every word wherever it stands, whatever its width, case and blanks", () => {
  expect(fitness(["DJ-202611-00062", "渝州银行 · 已完成"], "ｄｊ-2026 渝州")).toBe(0);
  expect(fitness(["高新融资担保有限公司"], "担 保")).toBe(1);
  expect(fitness(["融资需求", "贷款"], "贷款")).toBe(2);
  expect(fitness(["融资需求", null], "需求 银行")).toBeNull();
  expect(fitness(["融资需求"], "  ")).toBe(0);
});

it("puts what begins with it first, and stops at so many", () => {
  const names = ["对接单", "我的对接", "对账", "不相干"];
  expect(fitting(names, (name) => [name], "对", 2)).toEqual(["对接单", "对账"]);
});
