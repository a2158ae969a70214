/** Nothing is shown as complete before it is. */
import { expect, it } from "vitest";
import { percentOf } from "./jointProgress";

it("shows a whole percentage", () => {
  expect(percentOf(0, 100)).toBe(0);
  expect(percentOf(999, 1000)).toBe(99);
  expect(percentOf(1000, 1000)).toBe(100);
  expect(percentOf(1500, 1000)).toBe(150);
  expect(percentOf(1, 0)).toBe(0);
});
