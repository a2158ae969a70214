/** Offers are compared on the figures that bind. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { comparisonRows, sortOffers } from "./comparison";
import { differencesOf } from "./differences";

const WAN = 1_000_000;

const costs = (annual_cost: number, effective_rate = annual_cost): Schema<"LoanCosts"> => ({
  annual_cost,
  effective_rate,
  first_payment: 1_000_000,
  last_payment: 301_000_000,
  interest: 12_000_000,
  fees: 0,
});

function order(
  id: string,
  patch: Partial<Schema<"EnterpriseOrderView">>,
  offer: Partial<NonNullable<Schema<"EnterpriseOrderView">["offer"]>> = {},
) {
  return {
    id,
    no: `D${id}`,
    demand_id: "d",
    demand_no: "X1",
    demand_amount: 500 * WAN,
    asked: null,
    differs: [],
    product: null,
    institution: { id, name: `机构 ${id}`, institution_type: "bank" },
    state: "grabbed",
    version: 1,
    kind: "debt",
    offer: {
      amount: 300 * WAN,
      rate: 4_000,
      term_months: 12,
      repayment: "interest_first",
      guarantee: "credit",
      fees: [],
      costs: costs(4_000),
      valid_until: "2026-12-31",
      note: null,
      ...offer,
    },
    equity: null,
    decision: null,
    disbursement: null,
    refusal: null,
    contacted_at: null,
    closed_at: null,
    opened_at: `2026-11-0${id}T00:00:00Z`,
    updated_at: "2026-11-09T00:00:00Z",
    timeline: [],
    actions: [],
    ...patch,
  } as Schema<"EnterpriseOrderView">;
}

const FEE: Schema<"Fee"> = { name: "评估费", payee: "appraiser", timing: "upfront", amount: 120_000 };
const cheap = order("1", {}, { rate: 3_800, costs: costs(4_200), fees: [FEE] });
const large = order("2", {}, { amount: 500 * WAN });
const gone = order("3", { state: "refused" }, { rate: 3_000, costs: costs(3_000), amount: 900 * WAN });

const row = (orders: Schema<"EnterpriseOrderView">[], key: string) =>
  comparisonRows(orders).find((candidate) => candidate.key === key)?.cells;

it("marks the best figures of the open offers only", () => {
  const orders = [cheap, large, gone];
  expect(row(orders, "amount")?.map((cell) => cell.best)).toEqual([undefined, "最高", undefined]);
  expect(row(orders, "rate")?.map((cell) => cell.best)).toEqual(["最低", undefined, undefined]);
  expect(row(orders, "annual_cost")?.map((cell) => cell.best)).toEqual([undefined, "最低", undefined]);
});

it("marks nothing when there is no difference", () => {
  expect(row([cheap], "rate")?.[0]?.best).toBeUndefined();
  expect(row([large, large], "amount")?.every((cell) => cell.best === undefined)).toBe(true);
});

it("shows the decision instead of the offer, and the fees in words", () => {
  const decided = order("4", {
    state: "offered",
    decision: {
      amount: 200 * WAN,
      rate: 3_900,
      term_months: 24,
      fees: [],
      costs: costs(3_900),
      repayment: "bullet",
      guarantee: "credit",
      conditions: null,
      valid_until: "2026-12-01",
      decided_at: "2026-11-20T00:00:00Z",
    },
  });
  expect(row([decided], "amount")?.[0]?.text).toBe("200.00");
  expect(row([decided], "term")?.[0]?.text).toBe("24");
  expect(row([cheap], "fee_list")?.[0]?.text).toBe("评估费 1,200.00 元（放款时一次收取，收取方为评估机构）");
  expect(row([large], "fee_list")?.[0]?.text).toBe("无");
  expect(row([large], "note")?.[0]?.text).toBe("—");
});

it("lists open offers first, the cheapest on top", () => {
  expect(sortOffers([gone, cheap, large]).map((item) => item.id)).toEqual(["2", "1", "3"]);
});

it("puts the one first that is paid later, where the cost is the same", () => {
  const monthly = order("1", {}, { costs: costs(4_000, 4_074) });
  const late = order("2", {}, { costs: costs(4_000, 4_000), repayment: "bullet" });
  expect(sortOffers([monthly, late]).map((item) => item.id)).toEqual(["2", "1"]);
});

it("says in what an offer differs from what was asked", () => {
  const asked: Schema<"AskedTerms"> = {
    amount: 500 * WAN,
    term_months: 12,
    rate_max: 4_000,
    repayments: [],
    guarantees: ["credit"],
  };
  const dear = order("1", { asked, differs: ["amount", "rate"] }, { rate: 5_000 });
  expect(differencesOf(dear)).toEqual([
    "金额 300.00 万元，少于您需要的 500.00 万元",
    "年利率 5.00%，高于您可接受的 4.00%",
  ]);
});
