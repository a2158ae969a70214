/** What is wrong with what a block or a cell asks for: crates/policy/src/form/inputs.rs. */
import { isSound, type Tell } from "./conditionFaults";
import {
  type Cell,
  type Choice,
  type DateInput,
  type Input,
  MOST_COLUMNS,
  MOST_FILES,
  MOST_LINE,
  MOST_LONG,
  MOST_OPTIONS,
  MOST_ROWS,
  type TableInput,
  type TextInput,
} from "./model";
import { ordinal, trim } from "./plain";

export const NAME_RULE = "编码由小写字母、数字和单个下划线组成，以字母开头，不超过 60 个字符";

/** A name that conditions and formulas can use. */
export const isName = (text: string): boolean =>
  text.length <= 60 && /^[a-z][a-z\d]*(_[a-z\d]+)*$/.test(text);

/** A text that has to be there, at most so long. */
export function label(path: string, text: string, most: number, tell: Tell): void {
  if (trim(text) === "") tell(path, "empty", "请填写名称或文字");
  else atMost(path, text, most, tell);
}

export function atMost(path: string, text: string, most: number, tell: Tell): void {
  if ([...text].length > most) tell(path, "too_long", `文字不超过 ${most} 个字`);
}

function text({ min_length = 0, max_length }: TextInput, most: number, path: string, tell: Tell): void {
  if (!(max_length >= 1 && max_length <= most))
    tell(`${path}/max_length`, "out_of_range", `最多字数为 1 至 ${most}`);
  else if (min_length > max_length) tell(`${path}/min_length`, "wrong_order", "最少字数不能大于最多字数");
}

type Range = { min?: number | null; max?: number | null };

function range({ min, max }: Range, path: string, tell: Tell): void {
  if (typeof min === "number" && typeof max === "number" && min > max)
    tell(`${path}/max`, "wrong_order", "最大值不能小于最小值");
}

function date(input: DateInput, path: string, tell: Tell): void {
  for (const name of ["from", "to"] as const) {
    const edge = input[name];
    if (edge && typeof edge === "object" && !isSound(edge))
      tell(`${path}/${name}`, "out_of_range", "相隔的月数或天数过大，或方向不一致");
    if (typeof edge === "string" && ordinal(edge) === null)
      tell(`${path}/${name}`, "wrong_value", "请选择日期");
  }
  const { from, to } = input;
  if (typeof from === "string" && typeof to === "string" && from > to)
    tell(`${path}/to`, "wrong_order", "截止日期不能早于起始日期");
}

function count(min: number, max: number, most: number, path: string, tell: Tell): void {
  if (!(max >= 1 && max <= most)) tell(path, "out_of_range", `最多为 1 至 ${most}`);
  else if (min > max) tell(path, "wrong_order", "最少不能大于最多");
}

function options(list: Choice[], path: string, tell: Tell): void {
  if (list.length === 0) tell(path, "empty", "请至少设置一个选项");
  if (list.length > MOST_OPTIONS) {
    tell(path, "too_many", `选项不超过 ${MOST_OPTIONS} 个`);
    return;
  }
  const seen = new Set<string>();
  for (const [place, { code, name }] of list.entries()) {
    label(`${path}/${place}/code`, code, 60, tell);
    label(`${path}/${place}/name`, name, 100, tell);
    if (trim(code) !== code) tell(`${path}/${place}/code`, "bad_name", "选项编码前后不能有空白");
    if (seen.has(code)) tell(`${path}/${place}/code`, "taken", `选项“${name || code}”重复`);
    seen.add(code);
  }
}

function cell(input: Cell, path: string, tell: Tell): void {
  if ("text" in input) text(input.text, MOST_LINE, `${path}/text`, tell);
  else if ("number" in input) {
    const { decimals = 0, unit = "" } = input.number;
    if (decimals < 0 || decimals > 6) tell(`${path}/number/decimals`, "out_of_range", "小数位数为 0 至 6");
    range(input.number, `${path}/number`, tell);
    atMost(`${path}/number/unit`, unit, 20, tell);
  } else if ("money" in input) range(input.money, `${path}/money`, tell);
  else if ("date" in input) date(input.date, `${path}/date`, tell);
  else options(input.choice.options, `${path}/choice/options`, tell);
}

function table({ columns, min_rows = 0, max_rows }: TableInput, path: string, tell: Tell): void {
  count(min_rows, max_rows ?? MOST_ROWS, MOST_ROWS, `${path}/max_rows`, tell);
  if (columns.length === 0) tell(`${path}/columns`, "empty", "请至少设置一列");
  if (columns.length > MOST_COLUMNS) {
    tell(`${path}/columns`, "too_many", `列不超过 ${MOST_COLUMNS} 个`);
    return;
  }
  const seen = new Set<string>();
  for (const [place, column] of columns.entries()) {
    const own = `${path}/columns/${place}`;
    if (!isName(column.id) || column.id === "rows")
      tell(`${own}/id`, "bad_name", `${NAME_RULE}，且不是 rows`);
    if (seen.has(column.id)) tell(`${own}/id`, "taken", `编码“${column.id}”已被使用`);
    seen.add(column.id);
    label(`${own}/label`, column.label, 100, tell);
    cell(column.input, `${own}/input`, tell);
  }
}

/** Tells what is wrong with ranges, lengths, options and columns of what a block takes. */
export function checkInput(input: Input, path: string, tell: Tell): void {
  if (input === "heading") return;
  if ("long_text" in input) text(input.long_text, MOST_LONG, `${path}/long_text`, tell);
  else if ("several" in input) {
    const { options: list, min = 0, max } = input.several;
    const most = Math.min(Math.max(list.length, 1), MOST_OPTIONS);
    options(list, `${path}/several/options`, tell);
    count(min, max ?? most, most, `${path}/several/max`, tell);
  } else if ("table" in input) table(input.table, `${path}/table`, tell);
  else if ("file" in input) count(input.file.min ?? 0, input.file.max, MOST_FILES, `${path}/file/max`, tell);
  else if ("statement" in input) label(`${path}/statement/text`, input.statement.text, 5_000, tell);
  else if ("computed" in input) atMost(`${path}/computed/unit`, input.computed.unit ?? "", 20, tell);
  else cell(input, path, tell);
}
