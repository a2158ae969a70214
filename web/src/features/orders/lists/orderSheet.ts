/** The own orders as a sheet. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { Schema } from "@/api/types";
import { FINANCING_KIND, orderState } from "@/labels/finance";
import { numberCell, rateCell, type SheetColumn, shareCell, sheetOf, timeCell, wanCell } from "@/lib/sheetOf";
import { termsOf } from "../terms";
import type { orderFilter } from "./OrderFilters";

type Filter = ReturnType<typeof orderFilter> & { officer?: string; unit?: string };
type Order = Schema<"EnterpriseOrderView"> | Schema<"InstitutionOrderView">;

/** What was offered, before that what is asked for. */
const amountOf = (row: Order) =>
  termsOf(row).amount ?? ("demand" in row ? row.demand.amount : row.demand_amount);

const COMMON: SheetColumn<Order>[] = [
  ["对接单号", (row) => row.no],
  ["类型", (row) => FINANCING_KIND[row.kind].text],
  ["状态", (row) => orderState(row).text],
  ["金额（万元）", (row) => wanCell(amountOf(row))],
  ["股比", (row) => shareCell(termsOf(row).share_bp)],
  ["年利率", (row) => rateCell(termsOf(row).rate)],
  ["综合年化成本", (row) => rateCell(termsOf(row).costs?.annual_cost)],
  ["期限（月）", (row) => numberCell(termsOf(row).term_months)],
  ["更新时间", (row) => timeCell(row.updated_at)],
];

const OF_ENTERPRISE: SheetColumn<Schema<"EnterpriseOrderView">>[] = [
  ...COMMON,
  ["需求编号", (row) => row.demand_no],
  ["机构", (row) => row.institution.name],
];

const OF_INSTITUTION: SheetColumn<Schema<"InstitutionOrderView">>[] = [
  ...COMMON,
  ["需求编号", (row) => row.demand.no],
  ["经办人", (row) => row.officer.name],
];

export const enterpriseSheet = async (query: Filter, headers: IntentHeader) =>
  sheetOf(OF_ENTERPRISE, await unwrap(api.POST("/enterprise/orders/export", { params: { query }, headers })));

export const institutionSheet = async (query: Filter, headers: IntentHeader) =>
  sheetOf(
    OF_INSTITUTION,
    await unwrap(api.POST("/institution/orders/export", { params: { query }, headers })),
  );
