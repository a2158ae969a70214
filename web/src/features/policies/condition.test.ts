import { expect, test } from "vitest";
import type { Condition, Field } from "./condition";
import { groupOf, rowsIn, toCondition, withField, withOperator } from "./condition";

const condition: Condition = {
  all: [
    { test: { field: "debt_ratio", op: "at_most", value: 70000, evidence: "审计报告" } },
    {
      any: [
        { test: { field: "revenue", op: "at_least", value: 1 } },
        { test: { field: "score", op: "exists" } },
      ],
    },
    { not: { test: { field: "risks", op: "contains_any", value: ["penalty"] } } },
  ],
};

test("what is edited and not changed stays the same", () => {
  expect(toCondition(groupOf(condition))).toEqual(condition);
  expect(toCondition(groupOf({ not: { any: [condition] } }))).toEqual({ not: { any: [condition] } });
  expect(toCondition(groupOf(null))).toBeNull();
  expect(rowsIn(groupOf(condition))).toBe(4);
});

test("a single test becomes the row of a group", () => {
  const single: Condition = { not: { test: { field: "score", op: "exists" } } };
  expect(toCondition(groupOf(single))).toEqual({ all: [single] });
});

test("a value goes with the field and the shape that it was typed for", () => {
  const titles = { code: "titles", kind: "several" } as Field;
  const typed = { field: "revenue", op: "at_least", value: 5, evidence: "报表" } as const;
  expect(withField(typed, titles)).toEqual({ field: "titles", op: "contains_any", evidence: "报表" });
  expect(withOperator(typed, "at_most").value).toBe(5);
  expect(withOperator(typed, "between").value).toBeUndefined();
});
