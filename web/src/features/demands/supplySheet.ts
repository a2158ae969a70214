/** The government's list of demands as a sheet, without names as on the page. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { Query, Schema } from "@/api/types";
import { DEMAND_STATE, FINANCING_KIND, GUARANTEE, STAGE } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { joinTexts, textOf } from "@/labels/label";
import { numberCell, rateCell, type SheetColumn, sheetOf, timeCell, wanCell } from "@/lib/sheetOf";

const COLUMNS: SheetColumn<Schema<"SupplyDemand">>[] = [
  ["需求编号", ({ demand }) => demand.no],
  ["提交日期", (row) => timeCell(row.submitted_at).slice(0, 10)],
  ["状态", ({ demand }) => DEMAND_STATE[demand.state].text],
  ["行业", ({ demand }) => maskedIndustry(demand)],
  ["融资类型", ({ demand }) => FINANCING_KIND[demand.kind].text],
  ["金额（万元）", ({ demand }) => wanCell(demand.amount)],
  ["期限（月）", ({ demand }) => numberCell(demand.term_months)],
  ["最高年利率", ({ demand }) => rateCell(demand.rate_max)],
  [
    "担保或轮次",
    ({ demand }) =>
      demand.kind === "equity" ? textOf(STAGE, demand.round) : joinTexts(GUARANTEE, demand.guarantees),
  ],
  ["匹配机构（家）", ({ matched }) => numberCell(matched.institutions)],
  ["对接单（份）", ({ matched }) => numberCell(matched.orders)],
  ["已放款（万元）", (row) => wanCell(row.disbursed_amount)],
];

export const supplySheet = async (query: Query<"/government/supply/demands">, headers: IntentHeader) =>
  sheetOf(
    COLUMNS,
    await unwrap(api.POST("/government/supply/demands/export", { params: { query }, headers })),
  );
