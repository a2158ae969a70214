/** What the wizard asks for, and what it sends. */
import { expect, it } from "vitest";
import { EMPTY_DEMAND, fieldProblem, openPoints, STEPS, sameInput, toInput } from "./demandDraft";

const TODAY = "2026-11-24";
const COMPLETE = {
  ...EMPTY_DEMAND,
  amount: 300_000_000,
  term_months: 12,
  use_kind: "rnd" as const,
  use_text: "用于新一代传感器的研发与试制",
  guarantees: ["credit" as const],
  repayments: ["bullet" as const],
  repayment_source: "主营业务回款",
};

it("has every field of the demand in exactly one step, and few of them", () => {
  const fields = STEPS.flatMap((step) => [...step.fields]);
  expect(new Set(fields).size).toBe(fields.length);
  expect([...fields].sort()).toEqual([...Object.keys(EMPTY_DEMAND), "authorized"].sort());
  expect(fields.length).toBeLessThanOrEqual(20);
});

it("names what is missing, with its step", () => {
  expect(openPoints(EMPTY_DEMAND, TODAY).map((point) => point.field)).toEqual([
    "amount",
    "term_months",
    "use_kind",
    "use_text",
    "repayments",
    "repayment_source",
    "guarantees",
  ]);
  expect(openPoints(EMPTY_DEMAND, TODAY)[0]).toMatchObject({ step: "金额与期限", message: "请填写融资金额" });
  expect(openPoints(COMPLETE, TODAY)).toEqual([]);
});

it.each([
  ["amount", { amount: 999_999 }, "融资金额须在 1 万元至 10 亿元之间"],
  ["amount", { amount: 100_000_000_000 }, null],
  ["term_months", { term_months: 361 }, "期限须在 1 至 360 个月之间"],
  ["need_by", { need_by: "2026-11-23" }, "需要资金的日期已经过去"],
  ["need_by", { need_by: TODAY }, null],
  ["use_text", { use_text: "  太短  " }, "请至少用 10 个字说明资金用途"],
  ["rate_max", { rate_max: 2_401 }, "利率须在 0.01% 至 24% 之间"],
  ["rate_max", { rate_max: null }, null],
  ["tags", { tags: ["一二三四五六七八九十一二三"] }, "每个标签 1 至 12 个字"],
  ["tags", { tags: [..."abcdefghi"] }, "最多 8 个标签"],
])("checks %s %j", (field, patch, message) => {
  expect(fieldProblem(field, { ...COMPLETE, ...patch }, TODAY)).toBe(message);
});

it("sends exactly the server's fields, keeping the text as typed", () => {
  const input = toInput({ use_text: " 未写完 ", authorized: true, need_by: "" });
  expect(Object.keys(input).sort()).toEqual(Object.keys(EMPTY_DEMAND).sort());
  expect(input).toMatchObject({ use_text: " 未写完 ", need_by: null, guarantees: [], first_loan: false });
  expect(sameInput(toInput({}), EMPTY_DEMAND)).toBe(true);
  expect(sameInput(toInput({ amount: 1 }), EMPTY_DEMAND)).toBe(false);
});
