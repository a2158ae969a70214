/** Money and rates must survive typing and showing to the last fen. */
import { describe, expect, it } from "vitest";
import {
  bpToPercent,
  exactWan,
  fenToWan,
  formatCost,
  formatCount,
  formatMoney,
  formatRate,
  formatShare,
  moneyText,
  percentToBp,
  percentToRate,
  rateToPercent,
  roughMoney,
  wanToFen,
  yuanToFen,
} from "./money";

describe("money", () => {
  it("shows 万元 with two decimals, rounded half up, grouped", () => {
    expect(formatMoney(500_000_000)).toBe("500.00");
    expect(formatMoney(123_456_700)).toBe("123.46");
    expect(formatMoney(1_234_567_890_000)).toBe("1,234,567.89");
    expect(formatMoney(4_999)).toBe("0.00");
    expect(formatMoney(5_000)).toBe("0.01");
    expect(formatMoney(0)).toBe("0.00");
    expect(formatMoney(-123_450_000)).toBe("-123.45");
    expect(moneyText(15_000_000_000, "yi")).toBe("1.50 亿元");
    expect(moneyText(912_500)).toBe("9,125.00 元");
    expect(moneyText(-912_500)).toBe("-9,125.00 元");
    expect(moneyText(1_000_000)).toBe("1.00 万元");
    expect(moneyText(0)).toBe("0.00 万元");
    expect(formatMoney(123, "yuan")).toBe("1.23");
  });

  it("never rounds an amount to a round figure that it is not", () => {
    expect(moneyText(199_999_999)).toBe("1,999,999.99 元");
    expect(moneyText(200_000_001)).toBe("2,000,000.01 元");
    expect(moneyText(200_010_000)).toBe("200.01 万元");
    expect(moneyText(-199_999_999)).toBe("-1,999,999.99 元");
    expect(exactWan(199_999_999)).toBe("199.999999");
    expect(exactWan(200_000_000)).toBe("200.00");
    expect(exactWan(123_456_700)).toBe("123.4567");
    expect(exactWan(1)).toBe("0.000001");
    expect(exactWan(0)).toBe("0.00");
    expect(exactWan(-1_234_567_890_100)).toBe("-1,234,567.8901");
  });

  it("says every amount to the fen", () => {
    for (let fen = 0; fen < 400_000_000; fen += 99_991) {
      expect(wanToFen(exactWan(fen))).toBe(fen);
      const [digits = "", unit] = moneyText(fen).split(" ");
      expect(unit === "元" ? yuanToFen(digits) : wanToFen(digits)).toBe(fen);
    }
  });

  it("rounds sums of many", () => {
    expect(roughMoney(199_999_999)).toBe("200.00 万元");
    expect(roughMoney(912_500)).toBe("9,125.00 元");
    expect(roughMoney(null)).toBe("—");
  });

  it("shows a dash for missing", () => {
    expect(formatMoney(null)).toBe("—");
    expect(exactWan(undefined)).toBe("—");
    expect(formatRate(undefined)).toBe("—");
    expect(formatCount(null)).toBe("—");
  });

  it("reads what people type, exactly", () => {
    expect(wanToFen("500")).toBe(500_000_000);
    expect(wanToFen("0.1")).toBe(100_000);
    expect(wanToFen("1,234.567891")).toBe(1_234_567_891);
    expect(wanToFen("1.2345678")).toBeNull();
    expect(wanToFen("1.5000000")).toBe(1_500_000);
    expect(wanToFen("abc")).toBeNull();
    expect(wanToFen("-5")).toBeNull();
    expect(yuanToFen("300.05")).toBe(30_005);
    expect(percentToRate("5.537")).toBe(5_537);
    expect(percentToRate("5.5371")).toBeNull();
    expect(percentToBp("4.35")).toBe(435);
    expect(percentToBp("4.355")).toBeNull();
  });

  it("round-trips every amount", () => {
    for (let fen = 0; fen < 3_000_000; fen += 997) expect(wanToFen(fenToWan(fen))).toBe(fen);
    for (let bp = 0; bp <= 3_600; bp++) expect(percentToBp(bpToPercent(bp))).toBe(bp);
    for (let rate = 0; rate <= 24_000; rate += 7) expect(percentToRate(rateToPercent(rate))).toBe(rate);
  });

  it("formats rates and counts", () => {
    expect(formatRate(4_350)).toBe("4.35%");
    expect(formatRate(5_537)).toBe("5.537%");
    expect(formatRate(5)).toBe("0.005%");
    expect(formatCost(14_314)).toBe("14.31%");
    expect(formatCost(5_035)).toBe("5.04%");
    expect(formatCost(9_999_990)).toBe("9,999.99%");
    expect(formatCost(10_000_000)).toBe("超过 10,000%");
    expect(formatShare(435)).toBe("4.35%");
    expect(formatCount(1_234_567)).toBe("1,234,567");
  });
});
