/** Names are found where they are used, and only what is used is sent. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { namesIn, SHEET_EXAMPLE, trialOf } from "./sheet";

const name = (
  word: string,
  plain: string,
  unit: Schema<"SheetNameView">["unit"],
): Schema<"SheetNameView"> => ({
  word,
  plain,
  unit,
  about: "",
});
const NAMES = [
  name("营业收入", "revenue", "wan"),
  name("前一年营业收入", "revenue_before", "wan"),
  name("纳税额", "tax_paid", "wan"),
  name("创新积分", "score", "points"),
];
const words = (sheet: string) => namesIn(sheet, NAMES).map(({ word }) => word);

it("finds names by either word, whole, outside of remarks", () => {
  expect(words(SHEET_EXAMPLE)).toEqual(["营业收入", "纳税额", "创新积分"]);
  expect(words("额度 ＝ revenue×2+score")).toEqual(["营业收入", "创新积分"]);
  expect(words("# 营业收入\r\n额度 = 前一年营业收入")).toEqual(["前一年营业收入"]);
  expect(words("score = 1\n额度 = 2")).toEqual([]);
  expect(words("")).toEqual([]);
});

it("sends what is used and typed", () => {
  const sheet = "额度 = revenue + 纳税额";
  expect(trialOf(sheet, NAMES, { 营业收入: 0, 纳税额: null, 创新积分: 70 })).toEqual({
    sheet,
    values: [{ name: "营业收入", value: 0 }],
  });
});
