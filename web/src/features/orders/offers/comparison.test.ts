/** Offers are compared on the figures that bind. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { comparisonRows, lowestOf, sortOffers } from "./comparison";
import { differencesOf, easierOf } from "./differences";

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

it("calls nothing the cheapest that gives less than was asked for", () => {
  const part = order("4", { differs: ["amount"] }, { rate: 3_000, costs: costs(3_000), amount: 200 * WAN });
  const dear = order("5", {}, { rate: 4_500, costs: costs(4_500), amount: 500 * WAN });
  const orders = [part, large, dear];
  expect(row(orders, "annual_cost")?.map((cell) => cell.best)).toEqual([
    undefined,
    "符合要求的最低",
    undefined,
  ]);
  expect(lowestOf(orders)).toBe("符合要求的最低");
  expect(lowestOf([large, dear])).toBe("最低");
  expect(lowestOf([part])).toBe("");
  expect(row([part, large], "annual_cost")?.every((cell) => cell.best === undefined)).toBe(true);
  expect(sortOffers(orders).map(({ id }) => id)).toEqual(["2", "5", "4"]);
});

it("marks nothing when there is no difference", () => {
  expect(row([cheap], "rate")?.[0]?.best).toBeUndefined();
  expect(row([large, large], "amount")?.every((cell) => cell.best === undefined)).toBe(true);
});

it("compares sums only where the money and the time are the same", () => {
  const fees = (offer: Parameters<typeof order>[2]) => row([order("1", {}, offer), large], "fees");
  const free = { costs: { ...costs(3_700), fees: 0, interest: 11_000_000 } };
  const costly = order("2", {}, { costs: { ...costs(4_000), fees: 500_000 } });
  expect(fees(free)?.every((cell) => cell.best === undefined)).toBe(true);
  const alike = [order("1", {}, free), costly];
  expect(row(alike, "fees")?.map((cell) => cell.best)).toEqual(["最低", undefined]);
  expect(row(alike, "interest")?.map((cell) => cell.best)).toEqual(["最低", undefined]);
  const longer = order("2", {}, { term_months: 24, costs: { ...costs(4_000), fees: 500_000 } });
  expect(row([order("1", {}, free), longer], "interest")?.[0]?.best).toBeUndefined();
  expect(row([order("1", {}, free), longer], "annual_cost")?.[0]?.best).toBe("最低");
});

it("takes no mark from what does not bind yet, once something does", () => {
  const granted = (id: string, rate: number) =>
    order(id, { state: "offered", decision: { ...large.offer, rate, costs: costs(rate) } } as never);
  const studied = order("2", { state: "credit_review" }, { rate: 3_000, costs: costs(3_000) });
  const one = [granted("1", 4_000), studied];
  expect(row(one, "rate")?.every((cell) => cell.best === undefined)).toBe(true);
  const two = [...one, granted("3", 4_100)];
  expect(row(two, "annual_cost")?.map((cell) => cell.best)).toEqual(["最低", undefined, undefined]);
  expect(sortOffers(two).map(({ id }) => id)).toEqual(["1", "3", "2"]);
});

it("ranks shares only for the same money", () => {
  const round = (id: string, amount: number, share_bp: number) =>
    order(id, {
      kind: "equity",
      offer: null,
      equity: { offer: { amount, share_bp, pre_money: share_bp * WAN } },
    } as never);
  expect(row([round("1", 500, 800), round("2", 900, 900)], "share")?.[0]?.best).toBeUndefined();
  expect(row([round("1", 500, 800), round("2", 500, 900)], "share")?.[0]?.best).toBe("最低");
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

it("does not call no security at all the same as one that was named", () => {
  const asked = { amount: 300 * WAN, repayments: [], guarantees: ["mortgage"] } as never;
  const free = order("1", { asked });
  expect(easierOf(free)).toEqual(["担保方式为信用，不需要您提出的抵押"]);
  expect(row([free], "differs")?.[0]?.text).toBe("担保方式为信用，不需要您提出的抵押");
  const secured = order("2", { asked, differs: ["guarantee"] }, { guarantee: "pledge" });
  expect(easierOf(secured)).toEqual([]);
  expect(differencesOf(secured)).toEqual(["担保方式为质押，您可提供抵押"]);
  expect(easierOf(order("3", { asked }, { guarantee: "mortgage" }))).toEqual([]);
});
