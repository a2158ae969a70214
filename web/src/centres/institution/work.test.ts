/** One list of what waits for an institution, each thing once. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { nextStepOf } from "./nextStep";
import { comingOf, jointStep, workOf } from "./work";

type Order = Schema<"InstitutionOrderView">;
type Joint = Schema<"InstitutionJointView">;

const order = (id: string, state: Order["state"], changes: Partial<Order> = {}) =>
  ({
    id,
    no: `DJ-${id}`,
    kind: "debt",
    state,
    turn: "institution",
    borrower: `企业 ${id}`,
    enterprise: null,
    offer: null,
    decision: null,
    equity: null,
    joint_id: null,
    disputed: false,
    corrected: false,
    awaiting_since: null,
    officer: { id: "o", name: "周颖" },
    demand: { id: "d", amount: 500_000_000 },
    due: { at: "2026-12-02T10:00:00Z", days_left: 2 },
    updated_at: "2026-11-20T00:00:00Z",
    actions: [],
    ...changes,
  }) as unknown as Order;

const joint = (changes: Record<string, unknown>) =>
  ({
    id: "j",
    no: "LH-1",
    state: "inviting",
    role: "lender",
    turn: "members",
    lead_name: "甲银行",
    enterprise_name: "企业 j",
    total: 1000,
    committed: 500,
    covered: 0,
    guaranteed: 0,
    lenders: 1,
    least_lenders: 2,
    due: { at: "2026-12-03T10:00:00Z", days_left: 3 },
    updated_at: "2026-11-21T00:00:00Z",
    own: { state: "invited", role: "lender", share: 0, due: null, order_id: null, payment: null },
    ...changes,
  }) as unknown as Joint;

const allow = (...actions: string[]) =>
  actions.map((action) => ({ action, allowed: true, why: null })) as Order["actions"];

it("takes joint credits and second credits into the same list, and keeps apart what waits for the firm", () => {
  const second = { id: "s", state: "requested", turn: "institution", wanted: { amount: 1 }, kind: "top_up" };
  const { mine, waiting } = workOf(
    {
      orders: [order("a", "contacting"), order("b", "grabbed", { turn: "enterprise" })],
      joints: [joint({})],
      seconds: [second as unknown as Schema<"SecondCreditView">],
    },
    () => undefined,
  );
  expect(mine.map(({ kind }) => kind)).toEqual(["contact", "joint", "second"]);
  expect(waiting.map(({ title }) => title)).toEqual(["企业 b"]);
});

it("names a part of a joint credit once, at the own order, with the limit of the part", () => {
  const own = { state: "reviewing", role: "lender", share: 1, order_id: "a", due: { at: "x", days_left: 4 } };
  const { mine } = workOf(
    {
      orders: [order("a", "credit_review", { joint_id: "j", due: null })],
      joints: [joint({ state: "joint_review", own })],
      seconds: [],
    },
    () => undefined,
  );
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({ kind: "decide", due: { days_left: 4 } });
});

it("says what a joint credit asks of the own institution", () => {
  expect(jointStep(joint({}))).toBe("答复邀请");
  const lead = { role: "lead", own: { state: "committed", role: "lead", share: 1, payment: null } };
  expect(jointStep(joint(lead))).toBeNull();
  expect(jointStep(joint({ ...lead, committed: 1000, lenders: 2 }))).toBe("确认成团");
  expect(jointStep(joint({ ...lead, state: "short", turn: "lead" }))).toBe("延长或缩减");
  const approved = { state: "disbursing", own: { state: "approved", role: "lender", payment: null } };
  expect(jointStep(joint(approved))).toBe("登记放款");
  expect(jointStep(joint({ ...approved, role: "guarantor" }))).toBeNull();
});

it("takes as the next step the first that is meant to be, never one that ends an order", () => {
  expect(nextStepOf(order("a", "contacting", { actions: allow("refuse", "hand_over", "contact") }))).toEqual({
    key: "contact",
    label: "登记首次联系",
  });
  expect(nextStepOf(order("a", "offered", { actions: allow("hand_over") }))).toBeNull();
  expect(
    nextStepOf(order("a", "disbursed", { disputed: true, actions: allow("correct_payment") }))?.key,
  ).toBe("correct_payment");
  const corrected = { disputed: true, corrected: true, actions: allow("correct_payment") };
  expect(nextStepOf(order("a", "disbursed", corrected))).toBeNull();
  expect(nextStepOf(order("a", "credit_review", { joint_id: "j", actions: allow("refuse") }))?.key).toBe(
    "joint",
  );
});

it("puts limits, payments and ends of loans on their days", () => {
  const draw = {
    id: "l",
    enterprise_name: "企业 l",
    next_on: "2026-12-10",
    next_amount: 1_000_000,
    matures_on: "2027-10-10",
  } as Schema<"DrawView">;
  const coming = comingOf({ orders: [order("a", "contacting")], joints: [], seconds: [] }, [draw]);
  expect(coming.map(({ day, what }) => [day, what])).toEqual([
    ["2026-12-02", "首次联系截止"],
    ["2026-12-10", "应还 1.00 万元"],
    ["2027-10-10", "贷款到期"],
  ]);
});

it("counts of a joint credit the own part, and does not show the limit of an invitation that was answered", () => {
  const own = { state: "approved", role: "lender", share: 300, due: null, order_id: "a", payment: null };
  const part = order("a", "contracting", { joint_id: "j" as never, due: null });
  const { mine } = workOf({ orders: [part], joints: [joint({ own })], seconds: [] }, () => undefined);
  expect(mine.map(({ amount, due }) => [amount, due])).toEqual([[300, null]]);
});

it("speaks of investments as such", () => {
  const round = order("e", "offered", { kind: "equity" });
  const [limit] = comingOf({ orders: [round], joints: [], seconds: [] }, []);
  expect(limit?.what).toBe("投资条款有效期届满");
});
