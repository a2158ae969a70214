import { expect, it } from "vitest";
import { moved, moveOf, previewKind, ZOOMS } from "./kinds";

const press = (key: string, rest = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...rest });

it.each([
  ["营业执照.PDF", "pdf"],
  ["正面.jpeg", "picture"],
  ["正面.png", "picture"],
  ["报表.xlsx", null],
  ["png", null],
] as const)("%s is looked at as %s", (name, kind) => expect(previewKind(name)).toBe(kind));

it("goes to the ends and not beyond", () => {
  const start = { page: 1, zoom: 0 };
  expect(moved(start, "previous", 3)).toEqual(start);
  expect(moved(start, "farther", 3)).toEqual(start);
  expect(moved({ page: 3, zoom: 0 }, "next", 3).page).toBe(3);
  expect(moved({ page: 1, zoom: ZOOMS.length - 1 }, "nearer", 3).zoom).toBe(ZOOMS.length - 1);
  expect(moved({ page: 2, zoom: 2 }, "fit", 3)).toEqual({ page: 2, zoom: 0 });
});

it("leaves the browser its own zoom", () => {
  expect(moveOf(press("+"))).toBe("nearer");
  expect(moveOf(press("+", { ctrlKey: true }))).toBeNull();
  expect(moveOf(press("j"))).toBeNull();
});
