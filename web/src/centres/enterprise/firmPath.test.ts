/** A firm is led from its profile to the money, to one place at a time. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { firmPath } from "./firmPath";

const profile = (completeness: number, missing: string[] = []) =>
  ({ completeness, missing, required_percent: 80 }) as Schema<"ProfileView">;
const demand = (id: string, state: Schema<"DemandState">) =>
  ({ id, no: `XQ-${id}`, state, disbursed_amount: 0 }) as Schema<"DemandView">;
const order = (id: string, state: Schema<"OrderState">, days_left = 3) =>
  ({
    id,
    state,
    kind: "debt",
    offer: null,
    decision: null,
    disbursement: null,
    equity: null,
    demand_id: "d",
    turn: "enterprise",
    due: { at: "", days_left },
    institution: { name: `机构 ${id}` },
  }) as unknown as Schema<"EnterpriseOrderView">;

const nowOf = (...input: Parameters<typeof firmPath>) => {
  const { steps, at } = firmPath(...input);
  return { at, label: steps.find(({ key }) => key === at)?.action?.label };
};

it("begins with the profile, and names what is missing with the way to it", () => {
  const { steps, at } = firmPath({
    profile: profile(60, ["revenue", "staff", "address", "district"]),
    demands: [],
    orders: [],
  });
  expect(at).toBe("profile");
  expect(steps[0]?.missing?.map(({ to }) => to)[0]).toBe("/enterprise/profile?edit=1#profile_revenue");
  expect(steps[0]?.missing).toHaveLength(3);
});

it("goes on with the demand, in the words of where it stands", () => {
  const whole = profile(100);
  expect(nowOf({ profile: whole, demands: [], orders: [] })).toEqual({ at: "demand", label: "发布融资需求" });
  expect(nowOf({ profile: whole, demands: [demand("a", "draft")], orders: [] }).label).toBe("继续填写");
  expect(nowOf({ profile: whole, demands: [demand("a", "returned")], orders: [] }).label).toBe("补正需求");
  expect(nowOf({ profile: whole, demands: [demand("a", "fulfilled")], orders: [] }).label).toBe(
    "发布融资需求",
  );
});

it("takes several offers to one demand as one choice", () => {
  const input = { profile: profile(90), demands: [demand("d", "negotiating")] };
  expect(nowOf({ ...input, orders: [order("a", "grabbed"), order("b", "grabbed")] })).toEqual({
    at: "offer",
    label: "比较报价",
  });
  expect(nowOf({ ...input, orders: [order("a", "grabbed")] }).label).toBe("答复报价");
  expect(nowOf({ ...input, orders: [] })).toEqual({ at: "offer", label: undefined });
});

it("puts first what is due first, and of equal ones what is nearest to the money", () => {
  const input = { profile: profile(90), demands: [demand("d", "negotiating")] };
  const orders = [order("a", "grabbed"), order("b", "offered")];
  expect(nowOf({ ...input, orders })).toEqual({ at: "pay", label: "答复授信" });
  expect(nowOf({ ...input, orders: [...orders, order("c", "disbursed")] }).label).toBe("确认放款");
  expect(nowOf({ ...input, orders: [order("a", "grabbed", 1), order("b", "offered", 30)] }).label).toBe(
    "答复报价",
  );
});
