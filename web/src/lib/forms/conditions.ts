/** Conditions in three values, as crates/policy/src/condition: what is not known decides nothing, and never passes. */
import type { Condition, DayEdge, Kind, Test, Window } from "./model";
import { dayOf, millionths, moved, ordinal } from "./plain";

export type Verdict = "holds" | "fails" | "unknown";

/** A value: fen, thousandths of a percent, millionths, pieces, days or 1 and 0; codes of what was chosen; or words. */
export type Said = number | string[] | string;

/** The type of a field, and what is known of it. */
export type Field = { kind: Kind; said: Said | null };

const NOT: Record<Verdict, Verdict> = { holds: "fails", fails: "holds", unknown: "unknown" };

function all(verdicts: Verdict[]): Verdict {
  if (verdicts.includes("fails")) return "fails";
  return verdicts.includes("unknown") ? "unknown" : "holds";
}

/** One border as a whole number. */
function border(kind: Kind, json: unknown, day: number): number | null {
  if (kind === "date") return dayOf(json as DayEdge, day);
  if (kind === "number") return millionths(json);
  return kind === "yes_no" ? Number(json) : (json as number);
}

function window(json: Window, day: number): [number, number] {
  const { months = 0, days = 0, side, of } = json;
  const from = (of === undefined ? null : ordinal(of)) ?? day;
  const back = side === "after" ? from : moved(from, { months: -months, days: -days });
  return [back, side === "before" ? from : moved(from, { months, days })];
}

function ordered(test: Test, kind: Kind, said: number, day: number): boolean {
  const at = (json: unknown) => border(kind, json, day) ?? Number.NaN;
  switch (test.op) {
    case "equal":
      return said === at(test.value);
    case "unequal":
      return said !== at(test.value);
    case "less":
    case "before":
      return said < at(test.value);
    case "more":
    case "after":
      return said > at(test.value);
    case "at_most":
      return said <= at(test.value);
    case "at_least":
      return said >= at(test.value);
    case "between": {
      const [low, high] = test.value as [unknown, unknown];
      return at(low) <= said && said <= at(high);
    }
    case "within": {
      const [low, high] = window(test.value as Window, day);
      return low <= said && said <= high;
    }
    default:
      return (test.value as number[]).includes(said);
  }
}

function worded(test: Test, said: string[] | string): boolean {
  const words = (Array.isArray(test.value) ? test.value : [test.value]) as string[];
  const has = (word: string) => said.includes(word);
  const is = (word: string) => (typeof said === "string" ? said === word : said.includes(word));
  switch (test.op) {
    case "contains_any":
      return words.some(has);
    case "contains_all":
      return words.every(has);
    case "unequal":
      return !words.some(is);
    default:
      return words.some(is);
  }
}

function tested(test: Test, { kind, said }: Field, day: number): Verdict {
  if (said === null) return "unknown";
  const holds = () => {
    if (test.op === "exists") return !Array.isArray(said) || said.length > 0;
    return typeof said === "number" ? ordered(test, kind, said, day) : worded(test, said);
  };
  return holds() ? "holds" : "fails";
}

/** What a condition says, with what `field` says of each field, for an application of `day`. */
export function verdict(condition: Condition, field: (name: string) => Field | null, day: number): Verdict {
  const inner = (part: Condition) => verdict(part, field, day);
  if ("all" in condition) return all(condition.all.map(inner));
  if ("any" in condition) return NOT[all(condition.any.map((part) => NOT[inner(part)]))];
  if ("not" in condition) return NOT[inner(condition.not)];
  const known = field(condition.test.field);
  return known ? tested(condition.test, known, day) : "unknown";
}
