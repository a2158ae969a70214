/** The market as a sheet, masked as it is on the page. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { Query, Schema } from "@/api/types";
import { FINANCING_KIND, GUARANTEE, STAGE, USE_KIND } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { joinTexts, textOf } from "@/labels/label";
import { numberCell, rateCell, type SheetColumn, sheetOf, timeCell, wanCell } from "@/lib/sheetOf";

const COLUMNS: SheetColumn<Schema<"MarketDemand">>[] = [
  ["需求编号", (row) => row.no],
  ["行业", (row) => maskedIndustry(row)],
  ["类型", (row) => FINANCING_KIND[row.kind].text],
  ["金额（万元）", (row) => wanCell(row.amount)],
  ["期限（月）", (row) => numberCell(row.term_months)],
  ["最高年利率", (row) => rateCell(row.rate_max)],
  ["用途", (row) => textOf(USE_KIND, row.use_kind)],
  [
    "担保或轮次",
    (row) => (row.kind === "equity" ? textOf(STAGE, row.round) : joinTexts(GUARANTEE, row.guarantees)),
  ],
  ["首贷", (row) => (row.first_loan ? "是" : "否")],
  ["剩余名额", (row) => numberCell(row.places_left)],
  ["发布日期", (row) => timeCell(row.published_at).slice(0, 10)],
];

export const marketSheet = async (query: Query<"/market/demands">, headers: IntentHeader) =>
  sheetOf(COLUMNS, await unwrap(api.POST("/market/demands/export", { params: { query }, headers })));
