/** Repayments begin with what the plan says next. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { nextLine, openingPage, outcomeText, plannedReceipt } from "./receipts";

type Line = Schema<"PlanLine">;

const line = (month: number, state: Line["state"]): Line => ({
  month,
  due_on: "2026-12-23",
  principal: 100_000,
  interest: 3_000 - month,
  fees: 0,
  state,
});

const plan = (paid: number, late: number, ahead: number) =>
  Array.from({ length: paid + late + ahead }, (_, index) =>
    line(index + 1, index < paid ? "paid" : index < paid + late ? "late" : "ahead"),
  );

it("takes the first line that is not paid", () => {
  expect(nextLine(plan(2, 1, 3))?.month).toBe(3);
  expect(plannedReceipt({ plan: plan(2, 0, 3), owed: 900_000, next_amount: 102_997 })).toEqual({
    principal: 100_000,
    interest: 2_997,
  });
});

it("takes off what was paid beyond the lines before", () => {
  const paidAhead = { plan: plan(2, 0, 3), owed: 900_000, next_amount: 102_500 };
  expect(plannedReceipt(paidAhead)).toEqual({ principal: 100_000, interest: 2_500 });
});

it("asks for no more principal than is owed, and for nothing when all is paid", () => {
  expect(plannedReceipt({ plan: plan(0, 1, 0), owed: 40_000, next_amount: 0 }).principal).toBe(40_000);
  expect(plannedReceipt({ plan: plan(3, 0, 0), owed: 0, next_amount: 0 })).toEqual({});
});

it("opens a long plan where something is due", () => {
  expect(openingPage(plan(2, 0, 3))).toBe(1);
  expect(openingPage(plan(11, 0, 25))).toBe(1);
  expect(openingPage(plan(12, 1, 23))).toBe(2);
  expect(openingPage(plan(36, 0, 0))).toBe(3);
  expect(openingPage([])).toBe(1);
});

it("says what became of a sheet", () => {
  expect(outcomeText({ recorded: 2, known: 0, faults: [] })).toBe("已登记 2 笔");
  expect(outcomeText({ recorded: 0, known: 1, faults: [{ line: 3, message: "x" }] })).toBe(
    "已登记 0 笔，跳过此前已登记的 1 笔，有误 1 行，改正后请再次导入",
  );
});
