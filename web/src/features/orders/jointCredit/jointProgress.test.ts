/** Nothing is shown as complete before it is, nor as needed after. */
import { expect, it } from "vitest";
import { cutTexts, isForming, isFull, isLent, lendersText, percentOf, toConfirm } from "./jointProgress";

const joint = {
  state: "inviting" as const,
  committed: 1_000,
  total: 1_000,
  covered: 400,
  guaranteed: 400,
  lenders: 2,
  least_lenders: 2,
};

it("shows a whole percentage", () => {
  expect(percentOf(0, 100)).toBe(0);
  expect(percentOf(999, 1000)).toBe(99);
  expect(percentOf(1000, 1000)).toBe(100);
  expect(percentOf(1500, 1000)).toBe(150);
  expect(percentOf(1, 0)).toBe(0);
});

it.each([
  { what: "money, guarantee and lenders have come", change: {}, full: true },
  { what: "money is missing", change: { committed: 999 }, full: false },
  { what: "a guarantee is missing", change: { covered: 399 }, full: false },
  { what: "one lends alone", change: { lenders: 1 }, full: false },
  { what: "no guarantee is wanted", change: { covered: 0, guaranteed: 0 }, full: true },
])("is full or not: $what", ({ change, full }) => {
  expect(isFull({ ...joint, ...change })).toBe(full);
});

it("asks for a number of lenders only while it may still be too small", () => {
  expect(lendersText({ ...joint, lenders: 1 })).toBe("1 家（至少 2 家）");
  expect(lendersText({ ...joint, lenders: 1, state: "closed" })).toBe("1 家");
  expect(isForming({ state: "short" })).toBe(true);
  expect(isForming({ state: "joint_review" })).toBe(false);
});

it("says what becomes of too much, until it has become so", () => {
  expect(cutTexts(joint)).toEqual([]);
  expect(cutTexts({ ...joint, committed: 1_001 })).toHaveLength(1);
  const both = cutTexts({ ...joint, committed: 1_377, covered: 550 });
  expect(both.join("")).toContain("担保费按比例缩减");
  expect(both).toHaveLength(2);
  expect(cutTexts({ ...joint, committed: 1_377, state: "formed" })).toEqual([]);
});

it("knows whose payment waits, and whether money was lent at all", () => {
  const member = (role: string, order_state: string | null, paid_on: string | null = null) =>
    ({ role, payment: order_state && { order_state, paid_on } }) as never;
  const members = [
    member("lead", "disbursed", "2026-11-30"),
    member("lender", "contracting"),
    member("guarantor", "contracting"),
  ];
  expect(toConfirm(members)).toEqual([members[0]]);
  expect(isLent(members)).toBe(true);
  expect(isLent(members.slice(1))).toBe(false);
  expect(isLent([member("lender", null)])).toBe(false);
});
