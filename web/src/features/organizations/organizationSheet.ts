/** Organisations as a sheet, without who is asked there. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { Query, Schema } from "@/api/types";
import { CERTIFIED, ORG_KIND, ORG_STATE } from "@/labels/organizations";
import { type SheetColumn, sheetOf, timeCell } from "@/lib/sheetOf";
import { certifiable } from "./certifiable";

const COLUMNS: SheetColumn<Schema<"OrganizationView">>[] = [
  ["单位名称", (row) => row.name],
  ["类别", (row) => ORG_KIND[row.kind]],
  ["统一社会信用代码", (row) => row.uscc],
  ["注册状态", (row) => ORG_STATE[row.state].text],
  ["认证", (row) => (certifiable(row) ? CERTIFIED[row.certified ? "true" : "false"].text : "—")],
  ["注册时间", (row) => timeCell(row.created_at)],
];

export const organizationSheet = async (query: Query<"/operator/organizations">, headers: IntentHeader) =>
  sheetOf(COLUMNS, await unwrap(api.POST("/operator/organizations/export", { params: { query }, headers })));
