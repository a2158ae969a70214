import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { askedOf, begunMonths, daysText, fileName, monthGroups, perMonth, rateText } from "./words";

const months = ["202601", "202602", "202603"];
const row = (state: Schema<"ApplicationState">, ...values: number[]) => ({
  state,
  months: values,
  count: values.reduce((sum, value) => sum + value, 0),
  amount: 0,
});
const statistics = {
  months,
  states: [
    row("first_review", 1, 0, 2),
    row("paid", 0, 3, 0),
    row("refused", 1, 0, 0),
    row("lapsed", 0, 0, 1),
  ],
} as unknown as Schema<"PolicyStatistics">;

it("adds up the months of all states", () => {
  expect(perMonth(statistics)).toEqual([2, 3, 3]);
});

it("groups states into what people ask for", () => {
  expect(monthGroups(statistics)).toEqual([
    { name: "办理中", tone: "brand", values: [1, 0, 2] },
    { name: "获批", tone: "ok", values: [0, 3, 0] },
    { name: "未通过或不予受理", tone: "gold", values: [1, 0, 0] },
    { name: "撤回、失效或追回", tone: "quiet", values: [0, 0, 1] },
  ]);
});

it("counts the months that have begun in Shanghai", () => {
  expect(begunMonths({ at: "2026-01-31T16:30:00Z", months })).toBe(2);
  expect(begunMonths({ at: "2027-05-01T00:00:00Z", months })).toBe(3);
});

it("says what is not known", () => {
  expect([daysText(null), daysText(15), rateText(null), rateText(6667)]).toEqual([
    "—",
    "1.5 个工作日",
    "—",
    "66.67%",
  ]);
});

it("names the file by what was asked for", () => {
  const choice = (policy_id: string, department: string) => ({
    policy_id,
    title: `事项/${policy_id}`,
    department_id: department,
    department,
  });
  const found = { year: 2026, choices: [choice("a", "甲局"), choice("b", "乙局")] };
  const name = (query: Parameters<typeof askedOf>[1]) => fileName(askedOf(found, query));
  expect(askedOf(found, {})).toEqual({ year: 2026, department: "全部", item: "全部" });
  expect(name({})).toBe("政策统计-2026年");
  expect(name({ department: "乙局" })).toBe("政策统计-2026年-乙局");
  expect(name({ policy: "a" })).toBe("政策统计-2026年-甲局-事项_a");
});
