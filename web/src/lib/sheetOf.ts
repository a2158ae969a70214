/** Rows of a list as the cells of a sheet. */
import type { Sheet } from "@/ui/ExportButton";
import { fenToWan, formatMoney, rateToPercent } from "./money";

/** A column: its heading, and what stands in it. */
export type SheetColumn<Row> = readonly [title: string, text: (row: Row) => string | null | undefined];

export const sheetOf = <Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): Sheet => ({
  headings: columns.map(([title]) => title),
  rows: rows.map((row) => columns.map(([, text]) => text(row) ?? "")),
});

/** 万元, as a number that sheets compute with. */
export const wanCell = (fen: number | null | undefined) =>
  fen === null || fen === undefined ? "" : fenToWan(fen);

/** 万元 with two decimals, for sums of many. */
export const roundWanCell = (fen: number | null | undefined) =>
  fen === null || fen === undefined ? "" : formatMoney(fen).replaceAll(",", "");

/** Percent. */
export const rateCell = (rate: number | null | undefined) =>
  rate === null || rate === undefined ? "" : `${rateToPercent(rate)}%`;

/** A share in basis points, as percent. */
export const shareCell = (bp: number | null | undefined) =>
  bp === null || bp === undefined ? "" : `${bp / 100}%`;

export const numberCell = (value: number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

/** The moment as it is read here. */
export const timeCell = (moment: string | null | undefined) =>
  moment ? new Date(moment).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 16) : "";
