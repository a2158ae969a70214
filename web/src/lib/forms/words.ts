/** What blocks take and what stands in them, in words. */
import { exactUnit, formatMoney, moneyText, UNIT_TEXT } from "@/lib/money";
import { isBlank } from "./cells";
import { type InputKind, inputKind } from "./kinds";
import type { Block, Cell, Choice, DayEdge, Defect, Input, Offset } from "./model";

/** The twelve kinds, as somebody chooses among them. */
export const INPUT_TEXT: Record<InputKind, string> = {
  text: "单行文字",
  long_text: "多行文字",
  number: "数字",
  money: "金额",
  date: "日期",
  choice: "单选",
  several: "多选",
  table: "表格",
  file: "附件",
  statement: "承诺",
  heading: "标题",
  computed: "自动计算",
};

type Bound = number | null | undefined;
type Text = (value: number) => string;

/** `1 至 10 字`, `不少于 1 字`; nothing without bounds. */
function between(min: Bound, max: Bound, text: Text, least: string, most: string): string {
  const [from, to] = [min ?? null, max ?? null];
  if (from !== null && to !== null) return from === to ? text(from) : `${text(from)}至 ${text(to)}`;
  if (from !== null) return `${least} ${text(from)}`;
  return to === null ? "" : `${most} ${text(to)}`;
}

const unit =
  (word: string): Text =>
  (value) =>
    word ? `${value} ${word}` : String(value);

const plainMoney: Text = (fen) =>
  `${formatMoney(fen, exactUnit(fen)).replace(/\.00$/, "")} ${UNIT_TEXT[exactUnit(fen)]}`;

function offsetText({ months = 0, days = 0 }: Offset): string {
  if (months === 0 && days === 0) return "申请之日";
  const parts = [
    ...(months === 0 ? [] : [`${Math.abs(months)} 个月`]),
    ...(days === 0 ? [] : [`${Math.abs(days)} 天`]),
  ];
  return `申请之日${months < 0 || days < 0 ? "前" : "后"} ${parts.join("零 ")}`;
}

/** A day, or where it lies from the day of the application. */
const edgeText = (edge: DayEdge): string => (typeof edge === "string" ? edge : offsetText(edge));

function dates(from: DayEdge | null | undefined, to: DayEdge | null | undefined): string {
  if (from && to) return `${edgeText(from)} 至 ${edgeText(to)}`;
  // A day of figures stands apart from the words before it.
  const after = (edge: DayEdge) => (typeof edge === "string" ? ` ${edge}` : edgeText(edge));
  if (from) return `不早于${after(from)}`;
  return to ? `不晚于${after(to)}` : "";
}

/** What a block or a cell may hold; nothing where it says so itself. */
export function rangeText(input: Input | Cell): string {
  if (input === "heading") return "";
  if ("text" in input || "long_text" in input) {
    const { min_length = 0, max_length } = "text" in input ? input.text : input.long_text;
    return min_length > 0 ? `${min_length} 至 ${max_length} 字` : `不超过 ${max_length} 字`;
  }
  if ("number" in input) {
    const { min, max, decimals = 0, unit: word = "" } = input.number;
    const range = between(min, max, unit(word), "不小于", "不大于");
    return [range, decimals === 0 ? "整数" : `最多 ${decimals} 位小数`].filter(Boolean).join("，");
  }
  // That money is not below nothing goes without saying.
  if ("money" in input)
    return between(input.money.min || null, input.money.max, plainMoney, "不低于", "不高于");
  if ("date" in input) return dates(input.date.from, input.date.to);
  if ("several" in input)
    return between(input.several.min || null, input.several.max, unit("项"), "至少", "最多");
  if ("table" in input)
    return between(input.table.min_rows || null, input.table.max_rows, unit("行"), "至少", "最多");
  return "file" in input
    ? between(input.file.min || null, input.file.max, unit("个文件"), "至少", "最多")
    : "";
}

const named = (options: readonly Choice[], code: unknown) =>
  options.find((one) => one.code === code)?.name ?? String(code);

/** A number without what binary fractions add: `1,234.5`. */
const numberText = (value: number): string =>
  new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 6 }).format(value);

/** One value as it is read; — where nothing stands, and what is wrong as it was typed. */
export function valueText(input: Input | Cell, json: unknown): string {
  if (input === "heading" || isBlank(json)) return "—";
  const kind = inputKind(input);
  const money =
    kind === "money" || (typeof input === "object" && "computed" in input && input.computed.kind === "money");
  if (typeof json === "number" && money) return moneyText(json);
  if (typeof json === "number") {
    const word = "number" in input ? input.number.unit : "computed" in input ? input.computed.unit : "";
    return word ? `${numberText(json)} ${word}` : numberText(json);
  }
  if ("choice" in input) return named(input.choice.options, json);
  if ("several" in input && Array.isArray(json))
    return json.map((code) => named(input.several.options, code)).join("、");
  if ("statement" in input) return json === true ? "已同意" : "—";
  if (Array.isArray(json)) return `${json.length} ${"table" in input ? "行" : "个文件"}`;
  return String(json);
}

/** What is wrong, for who stands at the place: without where it is. What cannot be read is told by the field itself. */
export function wrongText(defects: readonly Defect[], value: unknown): string[] {
  const told = defects.filter(({ code }) => code !== "wrong_type" || typeof value !== "string");
  return told.map(({ text }) => text.replace(/^“.*?”(第 \d+ 行(“.*?”)?)?(?=[^第“])/, ""));
}

/** A block as lists and errors call it. */
export const calledText = ({ label, input }: Pick<Block, "label" | "input">): string =>
  label.trim() || `未命名的${INPUT_TEXT[inputKind(input)]}`;
