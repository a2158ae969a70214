/** The rule sheet while it is written: which names it uses, and what is sent for a trial. */
import type { Schema } from "@/api/types";

export const SHEET_EXAMPLE = `# 示例：营业收入的一成加纳税额的五倍，最高 500 万元
基数 = 0.1 × 营业收入 + 5 × 纳税额
加分 = max(创新积分 − 60, 0) × 10
额度 = min(500, 基数 + 加分)`;

/** What a person types for a trial, by the Chinese word: fen for money, a whole number for all else. */
export type Typed = Record<string, number | null | undefined>;

/** The names that the sheet uses, in the order of the dictionary. Remarks don't count, nor what stands before an equals sign. */
export function namesIn(sheet: string, names: Schema<"SheetNameView">[]): Schema<"SheetNameView">[] {
  const words = new Set<string>();
  for (const line of sheet.split(/\r?\n/)) {
    if (line.trimStart().startsWith("#")) continue;
    const expression = line.replace(/^[^=＝]*[=＝]/, "");
    for (const word of expression.match(/[\p{L}_][\p{L}0-9_]*/gu) ?? []) words.add(word);
  }
  return names.filter(({ word, plain }) => words.has(word) || words.has(plain));
}

/** What is sent: only what the sheet uses and has a value. */
export function trialOf(
  sheet: string,
  names: Schema<"SheetNameView">[],
  typed: Typed,
): Schema<"SheetTrialIn"> {
  const values = namesIn(sheet, names).flatMap(({ word }) => {
    const value = typed[word];
    return value === null || value === undefined ? [] : [{ name: word, value }];
  });
  return { sheet, values };
}
