import { expect, it } from "vitest";
import { orderTrack, orderTurn, type TrackedOrder } from "./orderTrack";

const order = (changes: Partial<TrackedOrder>, ...kinds: string[]): TrackedOrder => ({
  kind: "debt",
  state: "grabbed",
  product: null,
  second_id: null,
  timeline: kinds.map((kind) => ({ kind })) as TrackedOrder["timeline"],
  ...changes,
});
const now = (of: TrackedOrder) => {
  const { steps, at, stopped } = orderTrack(of);
  return [steps[at], steps.length, Boolean(stopped)];
};

it("says what is being done, by how the order began", () => {
  expect(now(order({}))).toEqual(["企业选择", 8, false]);
  expect(now(order({ state: "applied", product: {} as never }))).toEqual(["机构受理", 7, false]);
  expect(now(order({ state: "credit_review", second_id: "1" }))).toEqual(["授信审批", 4, false]);
  expect(now(order({ state: "credit_review", kind: "equity" }))).toEqual(["投资决策", 8, false]);
});

it("says where an order ended, as far as its timeline tells", () => {
  expect(now(order({ state: "expired_offer" }))).toEqual(["企业接受", 8, true]);
  expect(now(order({ state: "withdrawn" }, "orders.grabbed", "orders.confirmed"))).toEqual([
    "首次联系",
    8,
    true,
  ]);
  expect(now(order({ state: "lost" }, "orders.grabbed"))).toEqual(["企业选择", 8, true]);
  expect(now(order({ state: "refused" }, "orders.contacted", "orders.review_started"))).toEqual([
    "授信审批",
    8,
    true,
  ]);
});

it("is through when all is done", () => {
  const { steps, at, stopped } = orderTrack(order({ state: "closed" }));
  expect([at, stopped]).toEqual([steps.length, undefined]);
});

it("is nobody's turn, the reader's, or in words another's", () => {
  const actions = [{ action: "confirm", allowed: true, why: null }] as const;
  expect(orderTurn({ turn: null, actions }, "enterprise")).toBeNull();
  expect(orderTurn({ turn: "enterprise", actions }, "enterprise")).toMatchObject({ who: "您", mine: true });
  expect(orderTurn({ turn: "enterprise", actions }, "institution")).toEqual({ who: "企业" });
  expect(orderTurn({ turn: "institution", actions: [] }, "institution")).toEqual({ who: "本机构" });
});

it("ends with the signature where the institution guarantees", () => {
  const { steps, at } = orderTrack(order({ state: "contracting" }), true);
  expect(steps[at]).toBe("签订担保");
  expect(at).toBe(steps.length - 1);
});
