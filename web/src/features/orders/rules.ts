/** The same limits as the server, told before anything is sent. */
import type { Rule } from "antd/es/form";
import { todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { AMOUNT, isOutside, RATE, TERM, VALUATION } from "@/lib/ranges";

function rule(check: (value: number | null | undefined) => string | null): Rule {
  return {
    validator: async (_rule, value: number | null | undefined) => {
      const message = check(value);
      if (message) throw new Error(message);
    },
  };
}

const missing = (value: number | null | undefined): value is null | undefined =>
  value === null || value === undefined;

type AmountLimits = {
  /** The enterprise wants all of it from one institution. */
  whole?: boolean;
  least?: number;
};

export const amountRule = (most: number, { whole, least = AMOUNT.min }: AmountLimits = {}): Rule =>
  rule((value) => {
    if (missing(value)) return "请填写金额";
    if (whole && value !== most) return `企业希望由一家机构提供全部金额，请填写 ${moneyText(most)}`;
    return isOutside(value, { min: least, max: most })
      ? `金额须在 ${least === AMOUNT.min ? "1 万元" : moneyText(least)}至 ${moneyText(most)}之间`
      : null;
  });

/** A part of what is still to be paid. */
export const paymentRule = (left: number): Rule =>
  rule((value) => {
    if (missing(value)) return "请填写到账金额";
    return value <= 0 || value > left ? `到账金额须大于零，且不超过 ${moneyText(left)}` : null;
  });

export const valuationRule: Rule = rule((value) => {
  if (missing(value)) return "请填写投前估值";
  return isOutside(value, VALUATION) ? "投前估值须在 1 万元至 1000 亿元之间" : null;
});

export const rateRule: Rule = rule((value) => {
  if (missing(value)) return "请填写年利率";
  return isOutside(value, RATE) ? "年利率须在 0.001% 至 24% 之间" : null;
});

export const termRule: Rule = rule((value) => {
  if (missing(value)) return "请填写期限";
  return isOutside(value, TERM) ? "期限须在 1 至 360 个月之间" : null;
});

export const feeAmountRule: Rule = rule((value) => (missing(value) || value <= 0 ? "请填写费用金额" : null));

const LONGEST_VALIDITY_MS = 180 * 86_400_000;

/** Until when a decision may bind its institution, as limits of a date field. */
export const validityRange = () => ({
  min: todayIn(now()),
  max: todayIn(new Date(now().getTime() + LONGEST_VALIDITY_MS)),
});
