/** The browser's verdicts on forms and conditions are the server's: the fixtures of crates/policy say what each gives. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answersOf } from "./answers";
import { type Said, verdict } from "./conditions";
import type { Choice, Condition, Form, Kind, Values } from "./model";
import { millionths, ordinal, trim } from "./plain";
import { evaluate } from "./sheet";

const FIXTURES = "../crates/policy/fixtures";
const read = <T>(name: string): T => JSON.parse(readFileSync(`${FIXTURES}/${name}.json`, "utf8")) as T;

type FormCase = {
  name: string;
  form: Form;
  values: unknown;
  day?: string;
  defects: { path: string; code: string }[];
  texts?: string[];
  submitted?: Values;
  hidden?: string[];
};
type ConditionCase = {
  name: string;
  condition: Condition;
  figures: Values;
  day?: string;
  verdict: string;
};
type Field = { code: string; kind: Kind; complete?: boolean; options?: Choice[] };

const forms = read<{ day: string; cases: FormCase[] }>("forms");
const conditions = read<{ day: string; catalogue: Field[]; cases: ConditionCase[] }>("conditions");
const sorted = <T extends { path: string; code: string }>(list: T[]) =>
  list.map(({ path, code }) => `${path} ${code}`).sort();

describe("forms", () => {
  it("are as many as the server's", () => expect(forms.cases.length).toBeGreaterThanOrEqual(40));

  it.each(forms.cases)("$name", ({ form, values, day = forms.day, defects, texts, submitted, hidden }) => {
    const found = answersOf(form, values, day);
    expect(sorted(found.defects)).toEqual(sorted(defects));
    expect(found.defects.every((defect) => defect.text !== "")).toBe(true);
    if (texts) expect(found.defects.map((defect) => defect.text).sort()).toEqual(texts.sort());
    if (submitted) expect(found.submitted).toEqual(submitted);
    if (hidden) expect(found.hidden.sort()).toEqual(hidden);
  });

  it("take what was submitted as it is", () => {
    for (const { form } of forms.cases)
      for (const { values } of forms.cases) {
        const first = answersOf(form, values, forms.day);
        const second = answersOf(form, first.submitted, forms.day);
        if (first.defects.length === 0)
          expect(second).toMatchObject({ defects: [], submitted: first.submitted });
      }
  });
});

/** A figure as the catalogue's field reads it. */
function figure({ kind, complete }: Field, json: unknown): Said | null {
  if (json === null || json === undefined || (typeof json === "string" && trim(json) === "")) return null;
  if (kind === "number") return millionths(json);
  if (kind === "date") return ordinal(json as string);
  if (kind === "yes_no") return Number(json);
  if (kind === "choice") return [json as string];
  if (kind === "several") return (json as string[]).length > 0 || complete ? (json as string[]) : null;
  return kind === "text" ? trim(json as string) : (json as number);
}

describe("conditions", () => {
  it.each(conditions.cases)("$name", ({ condition, figures, day = conditions.day, verdict: want }) => {
    const field = (name: string) => {
      const of = conditions.catalogue.find((one) => one.code === name);
      return of ? { kind: of.kind, said: figure(of, figures[name]) } : null;
    };
    expect(verdict(condition, field, ordinal(day) ?? 0)).toBe(want);
  });
});

describe("expressions", () => {
  it.each([
    ["1 + 2 * 3 - -4 / 8", "7.5"],
    ["2 / 3", "0.666667"],
    ["-2 / 3", "-0.666667"],
    ["（1＋2）×3", "9"],
    ["min(3, 2, 5) + 最大(1, 4)", "6"],
    ["if(a >= 10 and not (a == 11), 1, 2)", "1"],
    ["if(0 == 1, 1 / 0, 7)", "7"],
    ["a != 0 或 1 / 0 > 1", "1"],
    ["10 - 2 - 3", "5"],
    ["not 0 + 1", "0"],
  ])("%s", (source, want) => {
    const found = evaluate(source, (name) => (name === "a" ? 12_000_000n : null));
    expect(Number(found) / 1_000_000).toBe(Number(want));
  });

  it("have no value where there is none", () => {
    expect(() => evaluate("1 / 0", () => null)).toThrow("除数为零");
    expect(() => evaluate("1000000000000000 + 1", () => null)).toThrow("计算结果超出范围");
  });
});
