/** Conditions as they are edited: a group of rows and groups, each the right way round or not. Pure. */
import type { FieldOf } from "@/lib/forms/kinds";
import type { Kind, Operator } from "@/lib/forms/model";

/** What a row can be about: a field of the catalogue, or another block of a form. */
export type Field = FieldOf;

export type Test = {
  field: string;
  op: Operator;
  value?: unknown;
  evidence?: string;
  sentence?: string;
};

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { test: Test };

/** A row or a group with whether it must not hold. */
export type Part = { not: boolean } & ({ test: Test } | { join: "all" | "any"; parts: Part[] });
export type Group = Extract<Part, { parts: Part[] }>;

const NUMBERS: Operator[] = ["at_least", "at_most", "more", "less", "between", "equal", "exists"];

/** The ways in which a field of a kind is compared. */
export const OPERATORS: Record<Kind, Operator[]> = {
  money: NUMBERS,
  rate: NUMBERS,
  number: NUMBERS,
  count: NUMBERS,
  date: ["at_most", "at_least", "within", "exists"],
  yes_no: ["equal"],
  choice: ["in", "exists"],
  several: ["contains_any", "contains_all", "exists"],
  text: ["contains_any", "contains_all", "exists"],
};

export const newTest = (): Part => ({ not: false, test: { field: "", op: "at_least" } });

export const newGroup = (): Group => ({ not: false, join: "any", parts: [newTest()] });

/** Another field: another way to compare where its kind has not this one, and no value of the field before. */
export function withField(test: Test, field: Field): Test {
  const ops = OPERATORS[field.kind];
  const op = ops.includes(test.op) ? test.op : (ops[0] ?? "exists");
  const { value: _, ...rest } = test;
  return { ...rest, field: field.code, op };
}

/** Another way to compare; a value of another shape is not kept. */
export function withOperator(test: Test, op: Operator): Test {
  const shape = (of: Operator) => (of === "between" || of === "within" || of === "exists" ? of : "one");
  const { value, ...rest } = test;
  return shape(op) === shape(test.op) ? { ...test, op } : { ...rest, op };
}

function partOf(condition: Condition, not = false): Part {
  if ("test" in condition) return { not, test: condition.test };
  if ("not" in condition) return partOf(condition.not, !not);
  const [join, parts] =
    "all" in condition ? (["all", condition.all] as const) : (["any", condition.any] as const);
  return { not, join, parts: parts.map((part) => partOf(part)) };
}

/** What the editor shows: always a group, of which the rows are edited. */
export function groupOf(condition: Condition | null | undefined): Group {
  if (!condition) return { not: false, join: "all", parts: [] };
  const part = partOf(condition);
  return "parts" in part ? part : { not: false, join: "all", parts: [part] };
}

/** Without blanks, and always in the same order, so that what is the same looks the same. */
function tidy({ field, op, value, evidence, sentence }: Test): Test {
  const sorted =
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value;
  return {
    field,
    op,
    ...(sorted === undefined || sorted === null ? {} : { value: sorted }),
    ...(evidence?.trim() ? { evidence } : {}),
    ...(sentence?.trim() ? { sentence } : {}),
  };
}

function conditionOf(part: Part): Condition {
  const own: Condition =
    "test" in part
      ? { test: tidy(part.test) }
      : part.join === "all"
        ? { all: part.parts.map(conditionOf) }
        : { any: part.parts.map(conditionOf) };
  return part.not ? { not: own } : own;
}

/** What is sent; nothing where there is no row. */
export const toCondition = (group: Group): Condition | null =>
  group.parts.length === 0 ? null : conditionOf(group);

/** How many rows there are in a part, for the numbers that people count by. */
export const rowsIn = (part: Part): number =>
  "test" in part ? 1 : part.parts.reduce((sum, inner) => sum + rowsIn(inner), 0);
