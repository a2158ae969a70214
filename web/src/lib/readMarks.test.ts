import { beforeEach, expect, it } from "vitest";
import { markRead, readMarks } from "./readMarks";

beforeEach(() => localStorage.clear());

it("keeps apart accounts and lists", () => {
  markRead("a", "market", "1");
  expect([...readMarks("a", "market")]).toEqual(["1"]);
  expect(readMarks("b", "market").size).toBe(0);
  expect(readMarks("a", "other").size).toBe(0);
});

it("forgets the oldest of too many, and counts none twice", () => {
  for (let id = 0; id < 505; id += 1) markRead("a", "market", String(id));
  markRead("a", "market", "100");
  const marks = readMarks("a", "market");
  expect(marks.size).toBe(500);
  expect(marks.has("4")).toBe(false);
  expect([...marks].at(-1)).toBe("100");
});

it("takes what cannot be read for nothing", () => {
  localStorage.setItem("read:a:market", "{");
  expect(readMarks("a", "market").size).toBe(0);
});
