/** What a builder does with the blocks of a form. Pure. */
import { type InputKind, inputKind } from "@/lib/forms/kinds";
import {
  type Block,
  type Cell,
  type Column,
  type Condition,
  type Form,
  type Input,
  MOST_FILES,
} from "@/lib/forms/model";
import { INPUT_TEXT } from "@/lib/forms/words";
import { inserted } from "@/lib/useRowKeys";

/** In the order in which they are offered. */
export const BLOCK_KINDS: readonly InputKind[] = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "choice",
  "several",
  "table",
  "file",
  "statement",
  "heading",
  "computed",
];

export const CELL_KINDS = ["text", "number", "money", "date", "choice"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

const option = (at: number) => ({ code: `option_${at}`, name: `选项 ${at}` });

export function newCell(kind: CellKind): Cell {
  switch (kind) {
    case "text":
      return { text: { max_length: 100 } };
    case "number":
      return { number: { decimals: 0 } };
    case "money":
      return { money: { min: 0 } };
    case "date":
      return { date: {} };
    case "choice":
      return { choice: { options: [option(1), option(2)] } };
  }
}

export const newColumn = (columns: readonly Column[]): Column => {
  const label = `列 ${columns.length + 1}`;
  return {
    id: idFor(
      label,
      "column",
      columns.map(({ id }) => id),
    ),
    label,
    input: newCell("text"),
  };
};

function newInput(kind: InputKind): Input {
  switch (kind) {
    case "long_text":
      return { long_text: { max_length: 1_000 } };
    case "several":
      return { several: { options: [option(1), option(2)] } };
    case "table":
      return { table: { columns: [newColumn([])] } };
    case "file":
      return { file: { max: Math.min(5, MOST_FILES) } };
    case "statement":
      return { statement: { text: "本企业承诺所填写的内容和提交的材料真实、准确、完整。" } };
    case "heading":
      return "heading";
    case "computed":
      return { computed: { formula: "", kind: "money" } };
    default:
      return newCell(kind);
  }
}

/** Letters before which the Chinese characters of each initial end, in the order of pinyin. */
const INITIALS = [..."阿芭嚓哒蛾发旮哈击喀垃妈拿噢妑七然撒他挖昔压匝"];
const LETTERS = "abcdefghjklmnopqrstwxyz";
const pinyin = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

function initial(character: string): string {
  if (/[a-z\d]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return "_";
  const after = INITIALS.findIndex((first) => pinyin.compare(first, character) > 0);
  return LETTERS[(after < 0 ? LETTERS.length : after) - 1] ?? "a";
}

/** A stable name made from a label: the initials of its characters, and a number where that is taken. */
export function idFor(label: string, fallback: string, taken: readonly string[]): string {
  const letters = [...label]
    .map(initial)
    .join("")
    .replaceAll(/_+/g, "_")
    .slice(0, 40)
    .replaceAll(/^_|_$/g, "");
  const plain = ["min", "max", "if", "and", "or", "not", "rows", ""].includes(letters) ? fallback : letters;
  const base = /^[a-z]/.test(plain) ? plain : `${fallback}_${plain}`;
  for (let at = 1; ; at++) {
    const id = at === 1 ? base : `${base}_${at}`;
    if (!taken.includes(id)) return id;
  }
}

const idsOf = (form: Form) => form.blocks.map(({ id }) => id);

/** A new block at `at`, named so that each can be told from the others. */
export function added(form: Form, kind: InputKind, at: number): Form {
  const label = INPUT_TEXT[kind];
  const block: Block = { id: idFor(label, kind, idsOf(form)), label, required: false, input: newInput(kind) };
  return { blocks: inserted(form.blocks, at, block) };
}

/** The same once more below itself, under a name of its own. */
export function duplicated(form: Form, at: number): Form {
  const block = form.blocks[at];
  if (!block) return form;
  const label = `${block.label}（副本）`;
  const copy = { ...block, label, id: idFor(label, inputKind(block.input), idsOf(form)) };
  return { blocks: inserted(form.blocks, at + 1, copy) };
}

function renamedCondition(condition: Condition, from: string, to: string): Condition {
  const inner = (part: Condition) => renamedCondition(part, from, to);
  if ("all" in condition) return { all: condition.all.map(inner) };
  if ("any" in condition) return { any: condition.any.map(inner) };
  if ("not" in condition) return { not: inner(condition.not) };
  const { test } = condition;
  return test.field === from ? { test: { ...test, field: to } } : condition;
}

/** A formula with each name changed by `next`; everything else in it stays. */
const renamedFormula = (formula: string, next: (name: string) => string): string =>
  formula.replaceAll(/[\p{Alphabetic}_][\p{Alphabetic}\d_]*/gu, next);

function withFormula(block: Block, next: (name: string) => string): Block {
  const { input } = block;
  if (input === "heading" || !("computed" in input)) return block;
  const { computed } = input;
  return { ...block, input: { computed: { ...computed, formula: renamedFormula(computed.formula, next) } } };
}

/** A block under another id, which conditions and formulas of the others follow. Nobody follows one that is used twice. */
export function renamed(form: Form, at: number, to: string): Form {
  const from = form.blocks[at]?.id ?? "";
  const alone = idsOf(form).filter((id) => id === from).length === 1 && !idsOf(form).includes(to);
  const follow = (name: string) =>
    name === from ? to : name.startsWith(`${from}__`) ? `${to}${name.slice(from.length)}` : name;
  return {
    blocks: form.blocks.map((block, place) => {
      const own = place === at ? { ...block, id: to } : block;
      if (!alone || from === "" || to === "") return own;
      const when = own.show_when;
      return withFormula(when ? { ...own, show_when: renamedCondition(when, from, to) } : own, follow);
    }),
  };
}

/** A label, and the id with it as long as the id was made from the label. */
export function relabelled(form: Form, at: number, label: string): Form {
  const block = form.blocks[at];
  if (!block) return form;
  const kind = inputKind(block.input);
  const others = form.blocks.filter((_, place) => place !== at).map(({ id }) => id);
  const made = block.id === "" || block.id === idFor(block.label, kind, others);
  const next = { blocks: form.blocks.map((one, place) => (place === at ? { ...one, label } : one)) };
  return made ? renamed(next, at, idFor(label, kind, others)) : next;
}

/** A column of a table under another id, which sums in formulas follow. */
export function columnRenamed(form: Form, at: number, from: string, to: string): Form {
  const table = form.blocks[at]?.id;
  if (from === "" || to === "") return form;
  return {
    blocks: form.blocks.map((block) =>
      withFormula(block, (name) => (name === `${table}__${from}` ? `${table}__${to}` : name)),
    ),
  };
}
