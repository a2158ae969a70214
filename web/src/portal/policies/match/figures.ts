/** What a visitor types about a firm: texts as they stand in the fields, and the values that the server reads. Pure. */
import type { Schema } from "@/api/types";
import { parseScaled, parseSigned, parseWhole } from "@/lib/money";

export type Asked = Pick<Schema<"PolicyField">, "code" | "name" | "kind"> &
  Partial<Pick<Schema<"PolicyField">, "unit" | "options" | "complete">>;

/** A text, or the codes that were ticked. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

/** Ticked for a list that is known to be empty. */
export const NONE = "-";

const DIGITS = 9;
const PLACES = 6;

const HINT: Partial<Record<Asked["kind"], string>> = {
  money: "请填写数字，单位为万元，例如 300 或 85.5",
  rate: "请填写数字，例如 70 或 4.25",
  number: "请填写数字，最多六位小数",
  count: "请填写整数",
};

const isBlank = (answer: Answer | undefined) =>
  answer === undefined || (typeof answer === "string" ? answer.trim() === "" : answer.length === 0);

function numberOf(kind: Asked["kind"], text: string): number | null {
  if (kind === "money") return parseSigned(text, 6);
  if (kind === "rate") return parseSigned(text, 3);
  if (kind === "count") return parseWhole(text, DIGITS);
  const millionths = parseScaled(text, PLACES);
  return millionths === null ? null : millionths / 10 ** PLACES;
}

/** The value of an answer; `undefined` where nothing is said, and what is wrong where it cannot be read. */
export function readAnswer(
  { kind, complete }: Asked,
  answer: Answer | undefined,
): { value?: unknown; wrong?: string } {
  if (answer === undefined || isBlank(answer)) return {};
  if (Array.isArray(answer)) return { value: complete && answer.includes(NONE) ? [] : answer };
  if (kind === "yes_no") return { value: answer === "yes" };
  const hint = HINT[kind];
  if (!hint) return { value: answer };
  const value = numberOf(kind, answer);
  return value === null ? { wrong: hint } : { value };
}

/** Every answer that can be read, by code. */
export function valuesOf(fields: readonly Asked[], answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { value } = readAnswer(field, answers[field.code]);
      return value === undefined ? [] : [[field.code, value]];
    }),
  );
}

/** Ticks `code`, or takes the tick away; to have none and to have one exclude each other. */
export function ticked(answer: Answer | undefined, code: string): string[] {
  const before = Array.isArray(answer) ? answer : [];
  if (before.includes(code)) return before.filter((one) => one !== code);
  return code === NONE ? [NONE] : [...before.filter((one) => one !== NONE), code];
}

type AskedField = Schema<"PolicyAskedField">;

const GROUPS = ["企业情况", "财务数据", "平台融资"] as const;

function groupOf({ source }: Pick<AskedField, "source">): (typeof GROUPS)[number] {
  if (source === "trades") return "平台融资";
  return typeof source === "object" ? "财务数据" : "企业情况";
}

/** The questions in their groups, those that decide most first; groups without any are left out. */
export function groups<T extends Pick<AskedField, "source">>(
  fields: readonly T[],
): { name: string; fields: T[] }[] {
  return GROUPS.map((name) => ({ name, fields: fields.filter((field) => groupOf(field) === name) })).filter(
    (group) => group.fields.length > 0,
  );
}

/** A figure of a standard, asked like a field. */
export const asField = ({ name, label, kind, unit }: Schema<"PolicyFigure">): Asked => ({
  code: name,
  name: label,
  kind,
  unit,
});
