/**
 * What was filled into a form, checked as the server checks it (crates/policy/src/form/answers.rs): every defect at once, what is
 * hidden, and what is to be submitted. The fixtures of that crate hold both to the same verdicts.
 */
import { cell, files, isBlank, several, text } from "./cells";
import { type Field, type Said, verdict } from "./conditions";
import { kindOf } from "./kinds";
import type { Block, ComputedInput, Defect, DefectCode, Form, Input, Kind, Values } from "./model";
import { millionths, ordinal, whole } from "./plain";
import { evaluate, namesIn, Uncomputable } from "./sheet";
import { defectAt, placeOf, table } from "./table";

const MOST_BYTES = 256 * 1024;
const MOST_DEPTH = 8;
const MOST_DEFECTS = 1_000;
const MOST_WHOLE = 9_000_000_000_000_000n;

export type Answers = { defects: Defect[]; submitted: Values; hidden: string[] };

/** What stands in a block. */
type Filled = { is: "hidden" | "blank" | "wrong" } | { is: "value"; json: unknown };

type Looked = { filled: Filled; defects: Defect[] };

const depth = (json: unknown): number =>
  typeof json === "object" && json !== null
    ? 1 + Object.values(json).reduce((most: number, one) => Math.max(most, depth(one)), 0)
    : 0;

/** Why values are not looked at. */
function refused(values: unknown): Defect | null {
  const defect = (code: DefectCode, text: string): Defect => ({ path: "", code, text });
  if (typeof values !== "object" || values === null || Array.isArray(values))
    return defect("wrong_type", "填写的内容应为一组数据");
  const fits =
    new TextEncoder().encode(JSON.stringify(values)).length <= MOST_BYTES && depth(values) <= MOST_DEPTH;
  return fits ? null : defect("too_big", "填写的内容过多，不能超过 256 KB");
}

/** What a block says to conditions on it. */
function said(kind: Kind, filled: Filled): Said | null {
  if (filled.is !== "value") return filled.is === "blank" && kind === "count" ? 0 : null;
  const { json } = filled;
  if (kind === "money") return whole(json);
  if (kind === "number") return millionths(json);
  if (kind === "count") return (json as unknown[]).length;
  if (kind === "date") return ordinal(json as string);
  if (kind === "yes_no") return Number(json);
  return kind === "choice" ? [json as string] : (json as Said);
}

/** What is wrong with a required block in which nothing stands. */
function required(input: Input): { code: DefectCode; text: string } {
  if (input !== "heading" && "statement" in input) return { code: "not_agreed", text: "须同意后才能提交" };
  if (input !== "heading" && "file" in input) return { code: "required", text: "尚未上传文件" };
  const chosen = input !== "heading" && ("choice" in input || "several" in input);
  return { code: "required", text: chosen ? "尚未选择" : "不能为空" };
}

class Walk {
  private readonly blocks: Map<string, Block>;
  private readonly looked = new Map<string, Looked>();
  private readonly values: Values;
  private readonly day: number;

  constructor(form: Form, values: Values, day: number) {
    this.blocks = new Map(form.blocks.map((block) => [block.id, block]));
    this.values = values;
    this.day = day;
  }

  /** What stands in a block; those that it depends on are looked at first. */
  look(id: string): Looked {
    const block = this.blocks.get(id);
    const before = this.looked.get(id);
    if (before || !block) return before ?? { filled: { is: "hidden" }, defects: [] };
    const when = block.show_when;
    const shown = !when || verdict(when, (name) => this.field(name), this.day) === "holds";
    const found: Looked = shown ? this.fill(block) : { filled: { is: "hidden" }, defects: [] };
    this.looked.set(id, found);
    return found;
  }

  private field(name: string): Field | null {
    const block = this.blocks.get(name);
    const kind = block ? kindOf(block.input) : null;
    return kind ? { kind, said: said(kind, this.look(name).filled) } : null;
  }

  private fill({ id, label, input, required: must }: Block): Looked {
    const place = placeOf(id, label);
    if (input !== "heading" && "computed" in input) {
      const found = this.compute(input.computed);
      if (typeof found !== "string") return { filled: found, defects: [] };
      const defect = { code: "not_computable" as const, text: `无法计算：${found}` };
      return { filled: { is: "wrong" }, defects: defectAt(place, defect) };
    }
    const json = this.values[id];
    if (input === "heading" || isBlank(json))
      return { filled: { is: "blank" }, defects: must ? defectAt(place, required(input)) : [] };
    if ("table" in input) {
      const { kept, defects } = table(input.table, json, place, this.day);
      return { filled: kept ? { is: "value", json: kept } : { is: "wrong" }, defects };
    }
    const found = this.one(input, json);
    const filled: Filled = "kept" in found ? { is: "value", json: found.kept } : { is: "wrong" };
    return { filled, defects: defectAt(place, found) };
  }

  private one(input: Exclude<Input, "heading" | { table: unknown } | { computed: unknown }>, json: unknown) {
    if ("long_text" in input) return text(input.long_text, true, json);
    if ("several" in input) return several(input.several, json);
    if ("file" in input) return files(input.file, json);
    if ("statement" in input)
      return json === true ? { kept: true } : { code: "wrong_type" as const, text: "应为同意或不同意" };
    return cell(input, json, this.day);
  }

  /** The value of a name in a formula, in millionths of what it counts in; none where something is missing. */
  private named(name: string): bigint | null {
    const [id = "", column] = name.split("__");
    const input = this.blocks.get(id)?.input;
    const { filled } = this.look(id);
    if (!input || input === "heading" || filled.is === "hidden" || filled.is === "wrong") return null;
    const json = filled.is === "value" ? filled.json : null;
    const read = (money: boolean, one: unknown) => (money ? whole(one) : millionths(one));
    if (column === undefined) {
      const found = read(kindOf(input) === "money", json);
      return found === null ? null : BigInt(found);
    }
    const rows = (json ?? []) as Values[];
    if (column === "rows") return BigInt(rows.length) * 1_000_000n;
    const of = "table" in input ? input.table.columns.find((one) => one.id === column) : undefined;
    const cells = rows.map((row) => read(of !== undefined && "money" in of.input, row[column]));
    return cells.reduce<bigint | null>(
      (sum, one) => (sum === null || one === null ? null : sum + BigInt(one)),
      0n,
    );
  }

  /** The value of a computed block, or why it has none. */
  private compute({ formula, kind }: ComputedInput): Filled | string {
    const given = new Map(namesIn(formula).map((name) => [name, this.named(name)]));
    if ([...given.values()].includes(null)) return { is: "blank" };
    try {
      const found = evaluate(formula, (name) => given.get(name) ?? null);
      if (found > MOST_WHOLE || found < -MOST_WHOLE) return "计算结果超出范围";
      return { is: "value", json: kind === "money" ? Number(found) : Number(found) / 1_000_000 };
    } catch (error) {
      if (error instanceof Uncomputable) return error.message;
      throw error;
    }
  }
}

/** Checks what was filled in for an application of `day`, such as `2026-11-30`. */
export function answersOf(form: Form, values: unknown, day: string): Answers {
  const defect = refused(values);
  if (defect) return { defects: [defect], submitted: {}, hidden: [] };
  const given = values as Values;
  const walk = new Walk(form, given, ordinal(day) ?? 0);
  const answers: Answers = { defects: [], submitted: {}, hidden: [] };
  for (const { id } of form.blocks) {
    const { filled, defects } = walk.look(id);
    answers.defects.push(...defects);
    if (filled.is === "hidden") answers.hidden.push(id);
    if (filled.is === "value") answers.submitted[id] = filled.json;
  }
  const takes = new Set(form.blocks.filter((block) => block.input !== "heading").map((block) => block.id));
  for (const name of Object.keys(given).filter((name) => !takes.has(name))) {
    const place = placeOf(name, [...name].slice(0, 20).join(""));
    answers.defects.push(...defectAt(place, { code: "unknown", text: "不是表单的内容" }));
  }
  answers.defects.splice(MOST_DEFECTS);
  return answers;
}
