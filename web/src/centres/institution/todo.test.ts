/** Every live order is either the institution's turn or the enterprise's. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { LIVE_ORDER_STATES } from "@/labels/finance";
import { institutionTodos } from "./todo";

const order = (state: Schema<"OrderState">, updated_at = "2026-11-20T00:00:00Z") =>
  ({ id: `${state}-${updated_at}`, state, updated_at }) as Schema<"InstitutionOrderView">;

it("groups live orders by whose turn it is, and leaves ended ones out", () => {
  const groups = institutionTodos([...LIVE_ORDER_STATES.map((state) => order(state)), order("refused")]);
  expect(groups.map((group) => [group.key, group.orders.length])).toEqual([
    ["dispatch", 1],
    ["take_on", 1],
    ["contact", 1],
    ["review", 2],
    ["disburse", 1],
    ["waiting", 3],
  ]);
  expect(groups.filter((group) => group.mine).map((group) => group.key)).toEqual([
    "dispatch",
    "take_on",
    "contact",
    "review",
    "disburse",
  ]);
});

it("puts what has waited longest first", () => {
  const [, , contact] = institutionTodos([
    order("contacting", "2026-11-20T00:00:00Z"),
    order("contacting", "2026-11-02T00:00:00Z"),
  ]);
  expect(contact?.orders.map((item) => item.updated_at)).toEqual([
    "2026-11-02T00:00:00Z",
    "2026-11-20T00:00:00Z",
  ]);
});
