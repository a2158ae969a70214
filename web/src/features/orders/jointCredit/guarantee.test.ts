/** A guarantee is not offered to be ended where the server would refuse it. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { guaranteeStands, withGuarantee } from "./guarantee";

const member = (order_id: string | null, role: string, paid_on: string | null) => ({
  order_id,
  role,
  payment: paid_on && { order_state: "disbursed", paid_on },
});

const joint = (paid_on: string | null) =>
  ({
    members: [member("a", "lead", paid_on), member("g", "guarantor", null), member(null, "lender", null)],
  }) as unknown as Schema<"EnterpriseJointView">;

it("stands for the guarantor's order, once a lender has paid", () => {
  expect(guaranteeStands(joint("2026-11-30"), "g")).toBe(true);
  expect(guaranteeStands(joint(null), "g")).toBe(false);
  expect(guaranteeStands(joint("2026-11-30"), "a")).toBe(false);
  expect(guaranteeStands(joint("2026-11-30"))).toBe(false);
});

it("asks of the reader's own part where no order is named", () => {
  const own = { ...joint("2026-11-30"), own: { order_id: "g" } } as unknown as Schema<"InstitutionJointView">;
  expect(guaranteeStands(own)).toBe(true);
  expect(guaranteeStands({ ...own, own: null })).toBe(false);
});

it("blocks what ends it and says why, and leaves the rest", () => {
  const actions = ["refuse", "hand_over"].map((action) => ({ action, allowed: true, why: null }));
  expect(withGuarantee(actions, false)).toEqual(actions);
  const [refuse, other] = withGuarantee(actions, true);
  expect(refuse?.allowed).toBe(false);
  expect(refuse?.why).toContain("担保不能退出");
  expect(other).toBe(actions[1]);
});
