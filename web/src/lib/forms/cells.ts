/** One value of a block or a cell: as it is kept, or what is wrong with it. As crates/policy/src/form/cells.rs. */
import { moneyText } from "@/lib/money";
import type {
  Cell,
  Choice,
  DateInput,
  DefectCode,
  FileInput,
  MoneyInput,
  NumberInput,
  SeveralInput,
  TextInput,
} from "./model";
import { dayOf, dayText, decimalsOf, millionths, ordinal, trim, whole } from "./plain";

/** What is kept, or a code with the end of a sentence. */
export type Found = { kept: unknown } | { code: DefectCode; text: string };

const wrong = (code: DefectCode, text: string): Found => ({ code, text });
const money = (fen: number) => moneyText(fen).replace(".00 ", " ");
const letters = (text: string) => [...text].length;

/** Nothing stands there. */
export const isBlank = (json: unknown): boolean =>
  json === null ||
  json === undefined ||
  json === false ||
  (typeof json === "string" && trim(json) === "") ||
  (Array.isArray(json) && json.length === 0);

export function text(input: TextInput, lines: boolean, json: unknown): Found {
  if (typeof json !== "string") return wrong("wrong_type", "应为文字");
  const kept = trim(json.replaceAll("\r\n", "\n"));
  const shown = lines ? kept.replaceAll(/[\n\t]/g, "") : kept;
  if (/\p{Cc}/u.test(shown))
    return wrong("bad_character", lines ? "含有不可见的字符" : "含有换行或不可见的字符");
  const [length, least = 0] = [letters(kept), input.min_length];
  if (length < least) return wrong("too_short", `至少 ${least} 个字，现有 ${length} 个字`);
  if (length > input.max_length)
    return wrong("too_long", `不超过 ${input.max_length} 个字，现有 ${length} 个字`);
  return { kept };
}

function number({ min, max, decimals = 0, unit }: NumberInput, json: unknown): Found {
  const found = millionths(json);
  if (found === null) return wrong("wrong_type", "应为数字，不超过 90 亿，小数不超过 6 位");
  if (decimalsOf(found) > decimals)
    return wrong("too_precise", decimals === 0 ? "应为整数" : `小数不超过 ${decimals} 位`);
  const end = unit ? ` ${unit}` : "";
  const value = found / 1_000_000;
  if (min !== undefined && value < min) return wrong("too_small", `不能小于 ${min}${end}`);
  if (max !== undefined && value > max) return wrong("too_large", `不能大于 ${max}${end}`);
  return { kept: value };
}

function fen({ min, max }: MoneyInput, json: unknown): Found {
  const found = whole(json);
  if (found === null) return wrong("wrong_type", "应为精确到分的金额");
  if (min !== undefined && found < min) return wrong("too_small", `不能小于 ${money(min)}`);
  if (max !== undefined && found > max) return wrong("too_large", `不能大于 ${money(max)}`);
  return { kept: found };
}

function date(input: DateInput, day: number, json: unknown): Found {
  if (typeof json !== "string") return wrong("wrong_type", "应为日期");
  const found = ordinal(trim(json));
  if (found === null) return wrong("bad_date", "应为 1900 年至 2199 年之间的日期");
  const [from, to] = [input.from, input.to].map((edge) => (edge === undefined ? null : dayOf(edge, day)));
  if (from !== undefined && from !== null && found < from)
    return wrong("too_early", `不能早于 ${dayText(from)}`);
  if (to !== undefined && to !== null && found > to) return wrong("too_late", `不能晚于 ${dayText(to)}`);
  return { kept: trim(json) };
}

function option(options: Choice[], json: unknown): Found {
  if (typeof json !== "string") return wrong("wrong_type", "应为选项之一");
  return options.some((one) => one.code === json) ? { kept: json } : wrong("not_an_option", "没有这个选项");
}

/** How many there are against how many there may be. */
export function bounds(count: number, least: number, most: number, unit: string): Found | null {
  if (count < least) return wrong("too_few", `至少 ${least} ${unit}，现有 ${count} ${unit}`);
  return count > most ? wrong("too_many", `不超过 ${most} ${unit}，现有 ${count} ${unit}`) : null;
}

/** Every entry as it is kept, each once; else the first that is wrong. */
function list(json: unknown[], one: (json: unknown) => Found): Found {
  const found = json.map(one);
  const refused = found.find((entry) => "code" in entry);
  if (refused) return refused;
  const kept = found.map((entry) => ("kept" in entry ? entry.kept : null));
  return new Set(kept).size < kept.length ? wrong("twice", "含有重复的项目") : { kept };
}

export function several({ options, min = 0, max }: SeveralInput, json: unknown): Found {
  if (!Array.isArray(json)) return wrong("wrong_type", "应为选项的列表");
  return (
    bounds(json.length, min, max ?? options.length, "项") ?? list(json, (entry) => option(options, entry))
  );
}

const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

export function files({ min = 0, max }: FileInput, json: unknown): Found {
  const refused = wrong("wrong_type", "应为已上传的文件");
  if (!Array.isArray(json)) return refused;
  const one = (id: unknown): Found =>
    typeof id === "string" && ID.test(id) ? { kept: id.toLowerCase() } : refused;
  return bounds(json.length, min, max, "个文件") ?? list(json, one);
}

/** What a block and a cell have in common. */
export function cell(input: Cell, json: unknown, day: number): Found {
  if ("text" in input) return text(input.text, false, json);
  if ("number" in input) return number(input.number, json);
  if ("money" in input) return fen(input.money, json);
  if ("date" in input) return date(input.date, day, json);
  return option(input.choice.options, json);
}
