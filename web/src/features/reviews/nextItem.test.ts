/** Which item is opened next. */
import { expect, it } from "vitest";
import { withDefect } from "./defects";
import { afterDecision, neighbour, pageBeside } from "./nextItem";

const queue = ["a", "b", "c"].map((link) => ({ link }));

it("opens the one below what was decided, after the last the first that was passed over", () => {
  expect(afterDecision(queue, "a")?.link).toBe("b");
  expect(afterDecision(queue, "b")?.link).toBe("c");
  expect(afterDecision(queue, "c")?.link).toBe("a");
  expect(afterDecision(queue, "elsewhere")?.link).toBe("a");
  expect(afterDecision([{ link: "a" }], "a")).toBeUndefined();
  expect(afterDecision([], "a")).toBeUndefined();
});

it("walks to both sides and stops at the ends of its page", () => {
  expect(neighbour(queue, null, 1)?.link).toBe("a");
  expect(neighbour(queue, "elsewhere", -1)?.link).toBe("a");
  expect(neighbour(queue, "a", 1)?.link).toBe("b");
  expect(neighbour(queue, "c", -1)?.link).toBe("b");
  expect(neighbour(queue, "c", 1)).toBeUndefined();
  expect(neighbour(queue, "a", -1)).toBeUndefined();
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
