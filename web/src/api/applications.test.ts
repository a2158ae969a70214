import { expect, it } from "vitest";
import { appliedOf, isHeld } from "./applications";

const row = (id: string, policy_id: string, state: Parameters<typeof appliedOf>[0][number]["state"]) => ({
  id,
  policy_id,
  state,
});

it("tells of each item what weighs most, and forgets what came to nothing", () => {
  const found = appliedOf([
    row("1", "a", "draft"),
    row("2", "a", "first_review"),
    row("3", "a", "paid"),
    row("4", "b", "draft"),
    row("5", "c", "withdrawn"),
    row("6", "d", "granted"),
  ]);
  expect(found.get("a")).toEqual({ id: "2", stands: "running" });
  expect(found.get("b")).toEqual({ id: "4", stands: "draft" });
  expect(found.get("c")).toBeUndefined();
  expect(["a", "b", "c", "d"].map((id) => isHeld(found.get(id)))).toEqual([true, false, false, true]);
});
