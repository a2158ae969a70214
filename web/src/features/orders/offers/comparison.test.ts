/** Offers are compared on the figures that bind. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { comparisonRows, sortOffers } from "./comparison";

const WAN = 1_000_000;

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
    institution: { id, name: `机构 ${id}`, institution_type: "bank" },
    state: "grabbed",
    version: 1,
    kind: "debt",
    offer: {
      amount: 300 * WAN,
      rate: 400,
      term_months: 12,
      fees: [],
      annual_cost: 400,
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

const cheap = order("1", {}, { rate: 380, annual_cost: 420, fees: [{ name: "评估费", amount: 120_000 }] });
const large = order("2", {}, { amount: 500 * WAN, annual_cost: 400 });
const gone = order("3", { state: "refused" }, { rate: 300, annual_cost: 300, amount: 900 * WAN });

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
      rate: 390,
      term_months: 24,
      fees: [],
      annual_cost: 390,
      repayment: "bullet",
      guarantee: "credit",
      conditions: null,
      valid_until: "2026-12-01",
      decided_at: "2026-11-20T00:00:00Z",
    },
  });
  expect(row([decided], "amount")?.[0]?.text).toBe("200.00");
  expect(row([decided], "term")?.[0]?.text).toBe("24");
  expect(row([cheap], "fees")?.[0]?.text).toBe("评估费 1,200.00 元");
  expect(row([large], "fees")?.[0]?.text).toBe("无");
  expect(row([large], "note")?.[0]?.text).toBe("—");
});

it("lists open offers first, the cheapest on top", () => {
  expect(sortOffers([gone, cheap, large]).map((item) => item.id)).toEqual(["2", "1", "3"]);
});
