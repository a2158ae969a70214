/** What is wrong with a condition on blocks: crates/policy/src/condition/read.rs and operand.rs. */
import type { FaultCode } from "./faults";
import type { FieldOf } from "./kinds";
import type { Condition, DayEdge, Kind, Operator, Test, Window } from "./model";
import { millionths, ordinal, trim, whole } from "./plain";

const MOST_PARTS = 200;
const MOST_DEPTH = 8;
const MOST_ENTRIES = 200;
const MOST_WORD = 200;
const MOST_MONTHS = 1_200;
const MOST_DAYS = 36_500;

type Refused = { code: FaultCode; text: string };
/** Says that something is wrong at a place below the condition. */
export type Tell = (path: string, code: FaultCode, text: string) => void;

const FIGURES: Operator[] = ["equal", "unequal", "less", "at_most", "more", "at_least", "between"];
const ALLOWED: Record<Kind, Operator[]> = {
  money: FIGURES,
  rate: FIGURES,
  number: FIGURES,
  count: [...FIGURES, "in"],
  date: ["equal", "unequal", "at_most", "at_least", "before", "after", "between", "within"],
  yes_no: ["equal", "unequal"],
  choice: ["equal", "unequal", "in"],
  several: ["contains_any", "contains_all"],
  text: ["equal", "unequal", "in", "contains_any", "contains_all"],
};

const refuse = (code: FaultCode, text: string): Refused => ({ code, text });
const EMPTY = refuse("empty", "请填写比较的值");

/** Months and days that a calendar can bear, both in one direction. */
export const isSound = ({ months = 0, days = 0 }: { months?: number; days?: number }): boolean =>
  Math.abs(months) <= MOST_MONTHS && Math.abs(days) <= MOST_DAYS && months * days >= 0;

function edge({ kind }: FieldOf, json: unknown): Refused | number | null {
  if (json === null || json === undefined || json === "") return EMPTY;
  if (kind === "date") {
    if (typeof json === "object")
      return isSound(json as Exclude<DayEdge, string>)
        ? null
        : refuse("out_of_range", "相隔的月数或天数过大，或方向不一致");
    const day = typeof json === "string" ? ordinal(json) : null;
    return day ?? refuse("wrong_value", "应为日期，或与申请之日相隔的月数和天数");
  }
  if (kind === "yes_no")
    return typeof json === "boolean" ? Number(json) : refuse("wrong_value", "应为是或否");
  const value = kind === "number" ? millionths(json) : whole(json);
  if (value === null || (kind === "count" && value < 0)) return refuse("wrong_value", "值的类型与指标不一致");
  return value;
}

function words(field: FieldOf, list: unknown[]): Refused | null {
  if (list.length === 0) return refuse("empty", "请至少列出一项");
  if (list.length > MOST_ENTRIES) return refuse("too_many", `列出的项目不超过 ${MOST_ENTRIES} 个`);
  for (const word of list) {
    if (typeof word !== "string" || trim(word) === "") return refuse("wrong_value", "应为不为空的文字或选项");
    if ([...word].length > MOST_WORD) return refuse("too_long", `每一项不超过 ${MOST_WORD} 个字`);
    if (field.kind !== "text" && !(field.options ?? []).some((option) => option.code === trim(word)))
      return refuse("wrong_value", `“${field.name}”没有选项“${word}”`);
  }
  return null;
}

function operand({ op, value }: Omit<Test, "field">, field: FieldOf): Refused | null {
  const one = (json: unknown) => {
    const found = edge(field, json);
    return typeof found === "object" ? found : null;
  };
  if (op === "exists")
    return value === null || value === undefined ? null : refuse("not_applicable", "“已有”不需要比较的值");
  if (op === "within") {
    const window = value as Window | undefined | null;
    if (!window) return EMPTY;
    return isSound(window) && (window.months || window.days)
      ? null
      : refuse("out_of_range", `月数为 1 至 ${MOST_MONTHS}，天数为 1 至 ${MOST_DAYS}`);
  }
  if (op === "between") {
    const [low, high] = Array.isArray(value) ? value : [];
    const [from, to] = [edge(field, low), edge(field, high)];
    if (typeof from === "number" && typeof to === "number" && from > to)
      return refuse("wrong_order", "起始值不能大于截止值");
    return one(low) ?? one(high);
  }
  const list = Array.isArray(value) ? value : [];
  if (op === "in" && field.kind === "count")
    return list.length === 0
      ? refuse("empty", `请列出 1 至 ${MOST_ENTRIES} 个值`)
      : (list.map(one).find(Boolean) ?? null);
  const worded = ["choice", "several", "text"].includes(field.kind);
  if (!worded) return one(value);
  return op === "equal" || op === "unequal" ? words(field, [value ?? ""]) : words(field, list);
}

/** Tells every fault of a condition on these fields. */
export function checkCondition(condition: Condition, fields: ReadonlyMap<string, FieldOf>, tell: Tell): void {
  let parts = 0;
  const group = (inner: Condition[], path: string, depth: number) => {
    if (inner.length === 0) tell(path, "empty", "条件组不能为空");
    for (const [place, part] of inner.entries()) walk(part, `${path}/${place}`, depth + 1);
  };
  const test = ({ field: code, ...asked }: Test, path: string) => {
    const field = fields.get(code);
    if (!field) {
      const text = code ? `没有编码为“${code}”的内容项` : "请选择按哪一项判断";
      tell(`${path}/field`, "unknown_field", text);
    } else if (asked.op !== "exists" && !ALLOWED[field.kind].includes(asked.op))
      tell(`${path}/op`, "wrong_operator", `“${field.name}”不能这样比较`);
    else {
      const refused = operand(asked, field);
      if (refused) tell(`${path}/value`, refused.code, refused.text);
    }
  };
  const walk = (part: Condition, path: string, depth: number) => {
    parts += 1;
    if (parts === MOST_PARTS + 1) tell(path, "too_many", `条件和条件组合计不超过 ${MOST_PARTS} 个`);
    if (parts > MOST_PARTS) return;
    if (depth > MOST_DEPTH) tell(path, "too_deep", `条件嵌套不超过 ${MOST_DEPTH} 层`);
    else if ("all" in part) group(part.all, `${path}/all`, depth);
    else if ("any" in part) group(part.any, `${path}/any`, depth);
    else if ("not" in part) walk(part.not, `${path}/not`, depth + 1);
    else test(part.test, `${path}/test`);
  };
  walk(condition, "", 1);
}

/** Every field that a condition asks about. */
export function fieldsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsIn);
  if ("any" in condition) return condition.any.flatMap(fieldsIn);
  return "not" in condition ? fieldsIn(condition.not) : [condition.test.field];
}
