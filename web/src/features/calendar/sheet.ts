/** Days as the lines of a sheet, which the server reads back. */
import type { Schema } from "@/api/types";

export const sheetOf = (days: readonly Schema<"CalendarDay">[]): string =>
  [
    "日期,类型,名称",
    ...days.map((day) => `${day.day},${day.kind === "off" ? "放假" : "上班"},${day.name}`),
  ].join("\n");
