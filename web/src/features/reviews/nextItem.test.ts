/** Which item is opened next. */
import { expect, it } from "vitest";
import { withDefect } from "./defects";
import { afterDecision, neighbour, pageBeside, placeOf } from "./nextItem";

const queue = ["a", "b", "c"].map((link) => ({ link }));

it("opens the one below what was decided, after the last the first that was passed over", () => {
  const after = (link: string, was = -1) => afterDecision(queue, link, placeOf(queue, link, was))?.link;
  expect(after("a")).toBe("b");
  expect(after("b")).toBe("c");
  expect(after("c")).toBe("a");
  expect(after("elsewhere")).toBe("a");
  expect(after("gone", 1), "what has come into its place").toBe("b");
  expect(after("gone", 3)).toBe("a");
  expect(afterDecision([{ link: "a" }], "a", 0)).toBeUndefined();
  expect(afterDecision([], "a", -1)).toBeUndefined();
});

it("walks to both sides and stops at the ends of its page", () => {
  const beside = (link: string | null, by: 1 | -1, was = -1) =>
    neighbour(queue, link, placeOf(queue, link, was), by)?.link;
  expect(beside(null, 1)).toBe("a");
  expect(beside("elsewhere", -1)).toBe("a");
  expect(beside("a", 1)).toBe("b");
  expect(beside("c", -1)).toBe("b");
  expect(beside("c", 1)).toBeUndefined();
  expect(beside("a", -1)).toBeUndefined();
  expect(beside("gone", 1, 1), "what has come into its place").toBe("b");
  expect(beside("gone", -1, 1)).toBe("a");
});

it("goes on to the next page of the queue, if there is one", () => {
  expect(pageBeside(1, 1, 20, 21)).toBe(2);
  expect(pageBeside(1, 1, 20, 20)).toBeNull();
  expect(pageBeside(2, -1, 20, 21)).toBe(1);
  expect(pageBeside(1, -1, 20, 21)).toBeNull();
});

it("puts a ready-made defect into the first row that says nothing, once", () => {
  const defect = { field: "uscc", message: "请核对" };
  expect(withDefect([{}], defect, 20)).toEqual({ rows: [defect], at: 0 });
  expect(withDefect([{ field: "name", message: "请补全" }, { message: " " }], defect, 20)).toEqual({
    rows: [{ field: "name", message: "请补全" }, defect],
    at: 1,
  });
  expect(withDefect([{ field: "name" }], defect, 20).at).toBe(1);
  expect(withDefect([defect], defect, 20)).toEqual({ rows: [defect], at: 0 });
  expect(withDefect([{ field: "name" }], defect, 1)).toEqual({ rows: [{ field: "name" }], at: 0 });
});
