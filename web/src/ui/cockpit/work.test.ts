import { expect, it } from "vitest";
import { isLate, isPressing, sortWork, type WorkItem, workFilters } from "./work";

const item = (key: string, days: number | null, since = "2026-11-20T00:00:00Z", kind = "a"): WorkItem => ({
  key,
  kind,
  title: key,
  to: `/${key}`,
  due: days === null ? null : { at: "2026-12-01T10:00:00Z", days_left: days },
  since,
});

it("puts the nearest limit first, and what has none by how long it has waited", () => {
  const items = [
    item("open", null),
    item("later", 3),
    item("old", null, "2026-11-02T00:00:00Z"),
    item("late", -1),
    item("soon", 0.5),
  ];
  expect(sortWork(items).map(({ key }) => key)).toEqual(["late", "soon", "later", "old", "open"]);
});

it("knows what is pressing and what is late", () => {
  expect([item("a", 0.9), item("b", 1), item("c", -0.1), item("d", null)].map(isPressing)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(isLate(item("c", -0.1))).toBe(true);
});

it("offers filters only for what is there, and none for one kind alone", () => {
  const kinds = { a: "受理", b: "审批", c: "放款" };
  expect(workFilters([item("x", 1)], kinds)).toEqual([]);
  expect(workFilters([item("x", 1), item("y", 2, "", "c")], kinds)).toEqual([
    { value: undefined, label: "全部", count: 2 },
    { value: "a", label: "受理", count: 1 },
    { value: "c", label: "放款", count: 1 },
  ]);
});
