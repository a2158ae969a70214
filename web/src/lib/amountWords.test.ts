/** Capital words by the rules of 支付结算办法 (a zero at 万 or 元 may stay unwritten). */
import { expect, it } from "vitest";
import { amountWords } from "./amountWords";

it.each([
  [0, "人民币零元整"],
  [500_000_000, "人民币伍佰万元整"],
  [100, "人民币壹元整"],
  [10_000_000, "人民币壹拾万元整"],
  [140_950, "人民币壹仟肆佰零玖元伍角整"],
  [680_714, "人民币陆仟捌佰零柒元壹角肆分"],
  [10_700_053, "人民币壹拾万柒仟元伍角叁分"],
  [1_640_902, "人民币壹万陆仟肆佰零玖元零贰分"],
  [100_000_000_000, "人民币壹拾亿元整"],
  [100_000_010_000, "人民币壹拾亿零壹佰元整"],
  [1_000_500_000, "人民币壹仟万伍仟元整"],
  [5, "人民币伍分"],
  [50, "人民币伍角整"],
])("%d fen", (fen, words) => {
  expect(amountWords(fen)).toBe(words);
});

it("is empty for missing and impossible amounts", () => {
  for (const fen of [null, undefined, -1, 1.5, Number.NaN]) expect(amountWords(fen)).toBe("");
});
