/** The last months of a figure as a small line with its sentence. */
import type { TrendOf } from "./Trend";

/** `202605` as people say it. */
const monthName = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(4))} 月`;

/**
 * What was added in each of `months`, as `what` says it: `新增企业`. Nothing where there was nothing in any of them; the last month
 * still runs, and its value is told apart.
 */
export function monthlyTrend(
  what: string,
  months: readonly string[],
  added: readonly number[] | undefined,
  text: (value: number) => string,
): TrendOf | undefined {
  if (!added?.some((value) => value > 0)) return undefined;
  const most = added.indexOf(Math.max(...added));
  const peak = `${monthName(months[most] ?? "")}最多，为 ${text(added[most] ?? 0)}`;
  return {
    values: added,
    sentence: `近 ${months.length} 个月每月${what}：${peak}；本月至今 ${text(added.at(-1) ?? 0)}。`,
  };
}

export const total = (added: readonly number[] | undefined) => added?.reduce((sum, value) => sum + value, 0);

/**
 * A sum as it stood at the end of each month, told back from what it is `now`: what each month added would fall with every month that has
 * just begun, beside a sum that only grows.
 */
export function grown(now: number, trend: TrendOf | undefined): TrendOf | undefined {
  if (!trend) return undefined;
  let left = now;
  const values = [...trend.values].reverse().map((added) => {
    const stood = left;
    left -= added;
    return stood;
  });
  return { ...trend, values: values.reverse() };
}
