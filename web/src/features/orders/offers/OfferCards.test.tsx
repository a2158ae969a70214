/** The offers to one demand stand side by side, each with its cost, what differs and the choice. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it, vi } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt } from "@/test/render";
import { OfferCards } from "./OfferCards";

type Order = Schema<"EnterpriseOrderView">;

beforeAll(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const ASKED = { amount: 500_000_000, term_months: 12, rate_max: 4_000, repayments: [], guarantees: [] };

const order = (name: string, cost: number, changes: Partial<Order> = {}) =>
  ({
    id: name,
    no: name,
    state: "grabbed",
    version: 1,
    kind: "debt",
    product: null,
    equity: null,
    decision: null,
    disbursement: null,
    asked: ASKED,
    differs: [],
    opened_at: "2026-11-30T00:00:00Z",
    institution: { id: name, name, institution_type: "bank", reputation: null },
    actions: [
      { action: "confirm", allowed: true, why: null },
      { action: "decline", allowed: true, why: null },
    ],
    offer: {
      amount: 500_000_000,
      rate: cost,
      term_months: 12,
      repayment: "interest_first",
      guarantee: "credit",
      fees: [],
      valid_until: "2026-12-31",
      note: null,
      costs: { annual_cost: cost, effective_rate: cost, first_payment: 1_500_000, interest: 0, fees: 0 },
    },
    ...changes,
  }) as unknown as Order;

const show = (orders: Order[]) =>
  renderAt("/", <OfferCards orders={orders} orderPath={(id) => `/o/${id}`} />);

it("puts the cheapest first, and says what differs from the demand", async () => {
  show([order("甲银行", 5_000, { differs: ["rate"] }), order("乙银行", 3_620)]);
  const list = await screen.findByLabelText("机构报价对比");
  expect(
    within(list)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["乙银行", "甲银行"]);
  const [first, second] = within(list).getAllByRole("listitem");
  expect(first?.textContent).toContain("综合年化成本3.62%最低");
  expect(first?.textContent).toContain("符合您的要求");
  expect(first?.textContent).toContain("每月付息15,000.00 元");
  expect(second?.textContent).toContain("年利率 5.00%，高于您可接受的 4.00%");
});

it("asks for the choice of this one offer", async () => {
  show([order("甲银行", 5_000), order("乙银行", 3_620)]);
  await userEvent.click(await screen.findByRole("button", { name: "不选择：甲银行" }));
  expect(await screen.findByText("不选择该机构？", undefined, { timeout: 5_000 })).toBeTruthy();
});

it("offers no choice where none is left, and keeps what has ended apart", async () => {
  show([
    order("甲银行", 5_000, { state: "due_diligence", actions: [] }),
    order("乙银行", 3_620, { state: "declined_by_ent", actions: [] }),
  ]);
  const list = await screen.findByLabelText("机构报价对比");
  expect(within(list).getAllByRole("listitem")).toHaveLength(1);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("heading", { name: "已结束" })).toBeTruthy();
});
