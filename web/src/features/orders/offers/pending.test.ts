import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { openOffers, pendingOf } from "./pending";

type Order = Schema<"EnterpriseOrderView">;

const order = (name: string, state: Order["state"], days: number, changes: Partial<Order> = {}) =>
  ({
    state,
    product: null,
    turn: "enterprise",
    awaiting_since: null,
    actions: [{ action: "confirm", allowed: true, why: null }],
    due: { at: "2026-12-01T10:00:00Z", days_left: days },
    institution: { name },
    ...changes,
  }) as Order;

it("takes the offers to one demand as one thing to do, due with the first of them", () => {
  const orders = [order("甲", "grabbed", 3), order("乙", "grabbed", 1.5), order("丙", "contacting", 0)];
  expect(openOffers(orders)).toHaveLength(2);
  expect(pendingOf([...orders.slice(0, 2)])).toMatchObject({
    next: "2 家机构已报价，请比较后选择。",
    due: { days_left: 1.5 },
  });
});

it("says first what is nearest to the money", () => {
  const orders = [order("甲", "grabbed", 1), order("乙", "offered", 20), order("丙", "disbursed", 9)];
  expect(pendingOf(orders)?.next).toBe("丙已登记放款，请核对并确认。");
  expect(pendingOf(orders.slice(0, 2))?.next).toBe("乙已批准，请在有效期内答复。");
  expect(pendingOf(orders.slice(0, 1))?.next).toBe("甲已报价，请答复。");
});

it("has nothing where others have to act, or this account may not", () => {
  expect(pendingOf([order("甲", "credit_review", 3, { turn: "institution" })])).toBeNull();
  expect(pendingOf([order("甲", "grabbed", 3, { actions: [] })])).toBeNull();
});

it("asks nobody to compare who has chosen, and says that others may still be answered", () => {
  const chosen = order("甲", "contacting", 2, { turn: "institution", actions: [] });
  const pending = pendingOf([chosen, order("乙", "grabbed", 1), order("丙", "grabbed", 3)]);
  expect(pending).toMatchObject({ chosen: true, due: null });
  expect(pending?.next).toContain("已选择甲，正在办理。另有 2 家报价仍有效");
});
