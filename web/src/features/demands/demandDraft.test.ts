/** What the wizard asks for, and what it sends. */
import { expect, it } from "vitest";
import { EMPTY_DEMAND, fieldProblem, openPoints, sameInput, stepsOf, toInput } from "./demandDraft";

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

it("has every field of the demand in exactly one step of its kind, and few of them", () => {
  const all = new Set(["kind"]);
  for (const kind of ["debt", "equity"] as const) {
    const fields = [...stepsOf(kind)].flatMap((step) => [...step.fields] as string[]);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.length).toBeLessThanOrEqual(20);
    for (const field of fields) all.add(field);
  }
  expect([...all].sort()).toEqual([...Object.keys(EMPTY_DEMAND), "agreed"].sort());
});

it("sends nothing of the other kind, and keeps what is of its own", () => {
  const both = { ...COMPLETE, round: "a" as const, share_bp: 1_000, team: "创始团队" };
  expect(toInput(both)).toMatchObject({ term_months: 12, round: null, share_bp: null, team: null });
  const equity = toInput({ ...both, kind: "equity" });
  expect(equity).toMatchObject({
    term_months: null,
    guarantees: [],
    repayments: [],
    round: "a",
    share_bp: 1_000,
  });
});

it("asks an equity demand for share or valuation", () => {
  expect(fieldProblem("share_bp", {}, TODAY)).toBe("请填写出让比例或投前估值");
  expect(fieldProblem("share_bp", { valuation: 80_000_000 }, TODAY)).toBeNull();
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
  ["rate_max", { rate_max: 24_001 }, "利率须在 0.001% 至 24% 之间"],
  ["rate_max", { rate_max: null }, null],
  ["tags", { tags: ["一二三四五六七八九十一二三"] }, "每个标签 1 至 12 个字"],
  ["tags", { tags: [..."abcdefghi"] }, "最多 8 个标签"],
])("checks %s %j", (field, patch, message) => {
  expect(fieldProblem(field, { ...COMPLETE, ...patch }, TODAY)).toBe(message);
});

it("sends exactly the server's fields, keeping the text as typed", () => {
  const input = toInput({ use_text: " 未写完 ", agreed: true, need_by: "" });
  expect(Object.keys(input).sort()).toEqual(Object.keys(EMPTY_DEMAND).sort());
  expect(input).toMatchObject({ use_text: " 未写完 ", need_by: null, guarantees: [], first_loan: false });
  expect(sameInput(toInput({}), EMPTY_DEMAND)).toBe(true);
  expect(sameInput(toInput({ amount: 1 }), EMPTY_DEMAND)).toBe(false);
});
