/** Blocks as conditions, formulas and the catalogue see them. As crates/policy/src/form/names.rs and inputs.rs. */
import type { Block, Cell, Choice, Form, Input, Kind } from "./model";

export type InputKind =
  | "text"
  | "long_text"
  | "number"
  | "money"
  | "date"
  | "choice"
  | "several"
  | "table"
  | "file"
  | "statement"
  | "heading"
  | "computed";

/** Which of the twelve it is. */
export const inputKind = (input: Input | Cell): InputKind =>
  input === "heading" ? "heading" : (Object.keys(input)[0] as InputKind);

/** As which type conditions see a block; a heading has none. */
export function kindOf(input: Input): Kind | null {
  if (input === "heading") return null;
  if ("computed" in input) return input.computed.kind;
  if ("text" in input || "long_text" in input) return "text";
  if ("table" in input || "file" in input) return "count";
  if ("statement" in input) return "yes_no";
  return (["number", "money", "date", "choice", "several"] as const).find((kind) => kind in input) ?? null;
}

/** A field that a condition can be about: of the catalogue, or a block of a form. */
export type FieldOf = { code: string; name: string; kind: Kind; unit?: string; options?: Choice[] };

/** A block as a field of the form's own catalogue. */
export function fieldOf({ id, label, input }: Block): FieldOf | null {
  const kind = kindOf(input);
  if (kind === null || input === "heading") return null;
  const field = { code: id, name: label, kind };
  if ("number" in input) return { ...field, unit: input.number.unit };
  if ("computed" in input) return { ...field, unit: input.computed.unit };
  if ("choice" in input) return { ...field, options: input.choice.options };
  if ("several" in input) return { ...field, options: input.several.options };
  if ("table" in input) return { ...field, unit: "行" };
  return "file" in input ? { ...field, unit: "个文件" } : field;
}

/** Whether a field of this type can be filled into such a block. A rate is filled in as a number of percent. */
export function suits(input: Input, kind: Kind): boolean {
  const takes: Partial<Record<InputKind, Kind[]>> = {
    text: ["text", "choice", "several"],
    long_text: ["text", "choice", "several"],
    number: ["number", "count", "rate"],
    money: ["money"],
    date: ["date"],
    choice: ["choice"],
    several: ["several"],
  };
  return takes[inputKind(input)]?.includes(kind) ?? false;
}

/** A name that formulas can use: the block it belongs to, and what it stands for in words. */
export type Named = { name: string; block: string; words: string };

function ofTable({ id, label, input }: Block): Named[] {
  if (input === "heading" || !("table" in input)) return [];
  const sums = input.table.columns
    .filter((column) => "number" in column.input || "money" in column.input)
    .map((column) => ({ name: `${id}__${column.id}`, block: id, words: `${label}：${column.label}合计` }));
  return [...sums, { name: `${id}__rows`, block: id, words: `${label}：行数` }];
}

/** Every name that a formula of the form can use. */
export const namesOf = (form: Form): Named[] =>
  form.blocks.flatMap((block) => {
    const kind = inputKind(block.input);
    if (kind === "number" || kind === "money" || kind === "computed")
      return [{ name: block.id, block: block.id, words: block.label }];
    return ofTable(block);
  });
