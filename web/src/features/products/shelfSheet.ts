/** The shelf as a sheet, as everybody sees it. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { ShelfQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { FINANCING_KIND, GUARANTEE, STAGE } from "@/labels/finance";
import { joinTexts, textOf } from "@/labels/label";
import { CHANNEL, EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";
import { numberCell, rateCell, type SheetColumn, sheetOf, wanCell } from "@/lib/sheetOf";

const debtOnly = (row: Schema<"ShelfItem">, text: string) => (row.kind === "equity" ? "" : text);

const COLUMNS: SheetColumn<Schema<"ShelfItem">>[] = [
  ["产品", (row) => row.name],
  ["机构", (row) => row.institution.name],
  ["类别", (row) => FINANCING_KIND[row.kind].text],
  [
    "产品类型",
    (row) =>
      row.kind === "equity" ? textOf(EQUITY_TYPE, row.equity_type) : textOf(PRODUCT_TYPE, row.product_type),
  ],
  ["贷款渠道", (row) => debtOnly(row, textOf(CHANNEL, row.channel))],
  ["最低额度（万元）", (row) => wanCell(row.amount_min)],
  ["最高额度（万元）", (row) => wanCell(row.amount_max)],
  ["最短期限（月）", (row) => debtOnly(row, numberCell(row.term_min))],
  ["最长期限（月）", (row) => debtOnly(row, numberCell(row.term_max))],
  ["最低年利率", (row) => debtOnly(row, rateCell(row.rate_min))],
  ["最高年利率", (row) => debtOnly(row, rateCell(row.rate_max))],
  [
    "担保或阶段",
    (row) => (row.kind === "equity" ? joinTexts(STAGE, row.stages) : joinTexts(GUARANTEE, row.guarantees)),
  ],
];

export const shelfSheet = async (query: ShelfQuery, headers: IntentHeader) =>
  sheetOf(
    COLUMNS,
    await unwrap(api.POST("/government/supply/products/export", { params: { query }, headers })),
  );
