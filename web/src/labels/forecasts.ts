/** Words for forecasts of policy items. */
import type { Schema } from "@/api/types";
import { formatDate } from "@/lib/dates";
import type { Labels } from "./label";

export const FORECAST_STATE: Labels<Schema<"ForecastState">> = {
  draft: { text: "编辑中", tone: "neutral" },
  published: { text: "已发布", tone: "ok" },
  opened: { text: "已转为事项", tone: "info" },
  withdrawn: { text: "已撤销", tone: "neutral" },
};

/** `2027 年 3 月`. */
export function monthText(day: string | null | undefined): string {
  const [year, month] = formatDate(day).split("-");
  return year && month ? `${year} 年 ${Number(month)} 月` : "—";
}

/** `2027 年 3 月至 9 月`, `2027 年 3 月起`. */
export function expectedText(one: { opens_month?: string | null; closes_month?: string | null }): string {
  if (!one.opens_month) return "—";
  const from = monthText(one.opens_month);
  if (!one.closes_month) return `${from}起`;
  if (one.closes_month === one.opens_month) return from;
  const to = monthText(one.closes_month);
  const same = one.closes_month.slice(0, 4) === one.opens_month.slice(0, 4);
  return `${from}至 ${same ? to.slice(to.indexOf("年") + 2) : to}`;
}
