import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { changesOf } from "./changes";

type Order = Parameters<typeof changesOf>[0];

const terms = {
  amount: 300_000_000,
  rate: 3_650,
  term_months: 12,
  repayment: "interest_first",
  guarantee: "credit",
  costs: { annual_cost: 3_700, fees: 0 },
} as NonNullable<Schema<"OfferView">>;

it("names what the decision changed, and only that", () => {
  const decision = {
    ...terms,
    amount: 200_000_000,
    rate: 3_900,
    guarantee: "guarantee_company",
    costs: { annual_cost: 4_300, fees: 450_000 },
  } as unknown as Schema<"DecisionView">;
  expect(changesOf({ offer: terms, decision, equity: null })).toEqual([
    "金额 200.00 万元，报价 300.00 万元",
    "年利率 3.90%，报价 3.65%",
    "综合年化成本 4.30%，报价 3.70%",
    "担保方式 担保公司担保，报价 信用",
    "费用合计 4,500.00 元，报价 0.00 元",
  ]);
});

it("has nothing to say of a decision as offered, nor of one without an offer", () => {
  const decision = terms as unknown as Schema<"DecisionView">;
  expect(changesOf({ offer: terms, decision, equity: null })).toEqual([]);
  expect(changesOf({ offer: null, decision, equity: null })).toEqual([]);
});

it("compares the terms of an investment", () => {
  const offer = { amount: 1, share_bp: 1_000, pre_money: 4_000_000_000 };
  const equity = { offer, term_sheet: { ...offer, share_bp: 1_500 } } as unknown as Order["equity"];
  expect(changesOf({ offer: null, decision: null, equity })).toEqual(["持股比例 15.00%，报价 10.00%"]);
});
