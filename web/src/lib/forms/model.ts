/** Forms of policies as the server writes them; docs/policy.md says what each part means. */

export type Kind = "money" | "rate" | "number" | "count" | "date" | "yes_no" | "choice" | "several" | "text";

export type Operator =
  | "equal"
  | "unequal"
  | "less"
  | "at_most"
  | "more"
  | "at_least"
  | "between"
  | "in"
  | "contains_any"
  | "contains_all"
  | "before"
  | "after"
  | "within"
  | "exists";

export type Test = { field: string; op: Operator; value?: unknown; evidence?: string; sentence?: string };

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { test: Test };

/** So far from the day of the application. */
export type Offset = { months?: number; days?: number };
/** A day of the calendar, or one that moves with the application. */
export type DayEdge = string | Offset;
export type Window = Offset & { side: "before" | "after" | "around"; of?: string };

export type Choice = { code: string; name: string };
export type TextInput = { min_length?: number; max_length: number };
export type NumberInput = { min?: number; max?: number; decimals?: number; unit?: string };
export type MoneyInput = { min?: number; max?: number };
export type DateInput = { from?: DayEdge; to?: DayEdge };
type ChoiceInput = { options: Choice[] };
export type SeveralInput = { options: Choice[]; min?: number; max?: number };
export type FileInput = { min?: number; max: number };
export type ComputedInput = { formula: string; kind: "money" | "number"; unit?: string };

/** What a cell of a table takes. */
export type Cell =
  | { text: TextInput }
  | { number: NumberInput }
  | { money: MoneyInput }
  | { date: DateInput }
  | { choice: ChoiceInput };

export type Column = { id: string; label: string; required?: boolean; input: Cell };
export type TableInput = { columns: Column[]; min_rows?: number; max_rows?: number };

/** What a block takes. */
export type Input =
  | Cell
  | { long_text: TextInput }
  | { several: SeveralInput }
  | { table: TableInput }
  | { file: FileInput }
  | { statement: { text: string } }
  | { computed: ComputedInput }
  | "heading";

export type Block = {
  id: string;
  label: string;
  help?: string | null;
  required?: boolean;
  show_when?: Condition | null;
  /** The field of the catalogue that it is prefilled with. */
  prefill?: string | null;
  input: Input;
};

export type Form = { blocks: Block[] };

export type DefectCode =
  | "required"
  | "wrong_type"
  | "too_short"
  | "too_long"
  | "bad_character"
  | "too_small"
  | "too_large"
  | "too_precise"
  | "bad_date"
  | "too_early"
  | "too_late"
  | "not_an_option"
  | "twice"
  | "too_few"
  | "too_many"
  | "not_agreed"
  | "not_computable"
  | "unknown"
  | "too_big";

/** Bounds of a form, as crates/policy/src/form/model.rs has them. */
export const MOST_BLOCKS = 200;
export const MOST_COLUMNS = 20;
export const MOST_ROWS = 100;
export const MOST_FILES = 20;
export const MOST_OPTIONS = 200;
export const MOST_LINE = 500;
export const MOST_LONG = 20_000;

/** What is wrong, where (a JSON pointer into the values), and in a sentence that leads there. */
export type Defect = { path: string; code: DefectCode; text: string };

export type Values = Record<string, unknown>;
