/** A form without blanks and always in the same order, so that what is the same looks the same. Pure. */
import type { Schema } from "@/api/types";
import type {
  Block,
  Cell,
  Choice,
  Column,
  DayEdge,
  Form,
  Input,
  NumberInput,
  TextInput,
} from "@/lib/forms/model";
import { type Condition, groupOf, toCondition } from "../condition";

type Bound = number | null | undefined;

/** Only what is there: the server leaves out what is not. */
const bounds = (range: Record<string, Bound>) =>
  Object.fromEntries(Object.entries(range).filter(([, value]) => value !== null && value !== undefined));

const text = ({ min_length, max_length }: TextInput): TextInput => ({
  min_length: min_length ?? 0,
  max_length,
});

const choices = (options: readonly Choice[]) => options.map(({ code, name }) => ({ code, name }));

const edge = (name: string, value: DayEdge | null | undefined) => {
  // A day that is not chosen yet is none.
  if (value === null || value === undefined || value === "") return {};
  return { [name]: typeof value === "string" ? value : { months: value.months ?? 0, days: value.days ?? 0 } };
};

const number = ({ min, max, decimals, unit }: NumberInput): NumberInput => ({
  ...bounds({ min, max }),
  decimals: decimals ?? 0,
  unit: unit ?? "",
});

function cell(input: Cell): Cell {
  if ("text" in input) return { text: text(input.text) };
  if ("number" in input) return { number: number(input.number) };
  if ("money" in input) return { money: bounds({ min: input.money.min, max: input.money.max }) };
  if ("date" in input) return { date: { ...edge("from", input.date.from), ...edge("to", input.date.to) } };
  return { choice: { options: choices(input.choice.options) } };
}

const column = ({ id, label, required, input }: Column): Column => ({
  id,
  label,
  required: required ?? false,
  input: cell(input),
});

function tidyInput(input: Input): Input {
  if (input === "heading") return input;
  if ("long_text" in input) return { long_text: text(input.long_text) };
  if ("several" in input) {
    const { options, min, max } = input.several;
    return { several: { options: choices(options), min: min ?? 0, ...bounds({ max }) } };
  }
  if ("table" in input) {
    const { columns, min_rows, max_rows } = input.table;
    return { table: { columns: columns.map(column), min_rows: min_rows ?? 0, ...bounds({ max_rows }) } };
  }
  if ("file" in input) return { file: { min: input.file.min ?? 0, max: input.file.max } };
  if ("statement" in input) return { statement: { text: input.statement.text } };
  if (!("computed" in input)) return cell(input);
  const { formula, kind, unit } = input.computed;
  return { computed: { formula, kind, unit: unit ?? "" } };
}

function block({ id, label, help, required, show_when, prefill, input }: Block): Block {
  const when = toCondition(groupOf(show_when as Condition | null | undefined));
  return {
    id,
    label,
    ...(help?.trim() ? { help } : {}),
    required: required ?? false,
    ...(when ? { show_when: when } : {}),
    ...(prefill ? { prefill } : {}),
    input: tidyInput(input),
  };
}

type Sent = Schema<"PolicyForm">;

/** As it is sent; nothing where there is no block. */
export const tidyForm = (form: Sent | null | undefined): Sent | null =>
  form && form.blocks.length > 0 ? { blocks: (form as Form).blocks.map(block) as Sent["blocks"] } : null;
