import { expect, it } from "vitest";
import { appliedOf, ownOf } from "./applications";

type Row = Parameters<typeof appliedOf>[0][number];

const row = (id: string, policy_id: string, state: Row["state"], number = 1): Row => ({
  id,
  policy_id,
  number,
  state,
});

it("tells of each item what weighs most, and forgets what came to nothing", () => {
  const found = appliedOf([
    row("1", "a", "draft"),
    row("2", "a", "first_review"),
    row("3", "a", "paid"),
    row("4", "b", "draft"),
    row("5", "b", "draft"),
    row("6", "c", "withdrawn"),
    row("7", "d", "granted"),
  ]);
  const own = (item: string) => ownOf(found.get(item), 1);
  expect(own("a")).toEqual({ id: "2", stands: "held" });
  expect(own("b")).toEqual({ id: "4", stands: "draft" });
  expect(own("c")).toBeUndefined();
  expect(own("d")).toEqual({ id: "7", stands: "held" });
});

it("lets what was granted for an older version be applied for again", () => {
  const found = appliedOf([row("1", "a", "paid", 1), row("2", "a", "draft", 2), row("3", "b", "paid", 2)]);
  expect(ownOf(found.get("a"), 1)).toEqual({ id: "1", stands: "held" });
  expect(ownOf(found.get("a"), 2)).toEqual({ id: "2", stands: "draft" });
  expect(ownOf(found.get("b"), 3)).toBeUndefined();
});
