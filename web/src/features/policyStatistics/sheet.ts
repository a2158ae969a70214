/** The tables of the page as one sheet: which table, which row, which figure. */
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import type { Schema } from "@/api/types";
import { APPLICATION_STATE } from "@/labels/applications";
import { SECTION } from "@/labels/industries";
import { SIZE } from "@/labels/profile";
import { numberCell, roundWanCell, type SheetColumn, shareCell, sheetOf } from "@/lib/sheetOf";
import type { StatisticsFilter } from "./queries";
import { type Asked, askedOf, monthText } from "./words";

type Row = [table: string, row: string, figure: string, value: string];

/** Budgets are of all years, whichever is chosen. */
const BUDGETS = "按事项";

/** Each row says what was asked for, so that rows of several sheets can stand together. */
const columns = ({ year, department, item }: Asked): SheetColumn<Row>[] => [
  ["年度", ([table]) => (table === BUDGETS ? "累计" : String(year))],
  ["部门", () => department],
  ["政策事项", () => item],
  ["统计表", ([table]) => table],
  ["分组", ([, row]) => row],
  ["指标", ([, , figure]) => figure],
  ["数值", ([, , , value]) => value],
];

function statisticsRows(found: Schema<"PolicyStatistics">): Row[] {
  const { outcome, reviews, firms } = found;
  const whole = (table: string, figures: Record<string, string>): Row[] =>
    Object.entries(figures).map(([figure, value]) => [table, "合计", figure, value]);
  return [
    ...whole("申请与审核", {
      申请件数: numberCell(outcome.count),
      获批件数: numberCell(outcome.granted),
      未通过和不予受理件数: numberCell(outcome.refused),
      通过率: shareCell(outcome.rate),
      补正次数: numberCell(outcome.corrections),
      补正过的申请: numberCell(outcome.corrected),
      "初审用时中位数（个工作日）": reviews.first === null ? "" : String(reviews.first / 10),
      "复审用时中位数（个工作日）": reviews.second === null ? "" : String(reviews.second / 10),
    }),
    ...found.states.flatMap((one): Row[] => {
      const state = APPLICATION_STATE[one.state].text;
      return [
        ["按状态", state, "申请件数", numberCell(one.count)],
        ["按状态", state, "核定金额（万元）", one.amount > 0 ? roundWanCell(one.amount) : ""],
        ...one.months.map(
          (count, place): Row => ["按月份", monthText(found.months[place] ?? ""), state, numberCell(count)],
        ),
      ];
    }),
    // More items may be there than are listed.
    [BUDGETS, "合计", "事项数", numberCell(found.funds.items)],
    ...[{ ...found.funds, title: "合计" }, ...found.items].flatMap((one): Row[] => [
      [BUDGETS, one.title, "预算（万元）", roundWanCell(one.total)],
      [BUDGETS, one.title, "已批准待拨付（万元）", roundWanCell(one.reserved)],
      [BUDGETS, one.title, "拨付中（万元）", roundWanCell(one.listed)],
      [BUDGETS, one.title, "已拨付（万元）", roundWanCell(one.paid)],
      [BUDGETS, one.title, "已追回（万元）", roundWanCell(one.recovered)],
    ]),
    ...found.quarters.flatMap((one): Row[] => {
      const quarter = `第 ${one.quarter} 季度`;
      return [
        ["按季度", quarter, "批准（万元）", roundWanCell(one.approved)],
        ["按季度", quarter, "列入拨付（万元）", roundWanCell(one.listed)],
        ["按季度", quarter, "拨付（万元）", roundWanCell(one.paid)],
        ["按季度", quarter, "追回（万元）", roundWanCell(one.recovered)],
      ];
    }),
    ...whole("惠及企业", { 企业数: numberCell(firms.reached), 首次获得: numberCell(firms.first_time) }),
    ...firms.sections.flatMap((one): Row[] => {
      const section = one.section ? SECTION[one.section] : "未填写";
      return [
        ["按行业", section, "企业数", numberCell(one.firms)],
        ["按行业", section, "金额（万元）", roundWanCell(one.amount)],
      ];
    }),
    ...firms.sizes.flatMap((one): Row[] => {
      const size = one.size ? SIZE[one.size] : "未认定";
      return [
        ["按规模", size, "企业数", numberCell(one.firms)],
        ["按规模", size, "金额（万元）", roundWanCell(one.amount)],
      ];
    }),
  ];
}

export const toSheet = (found: Schema<"PolicyStatistics">, query: StatisticsFilter) =>
  sheetOf(columns(askedOf(found, query)), statisticsRows(found));

export const statisticsSheet = async (query: StatisticsFilter, headers: IntentHeader) => {
  const found = await unwrap(api.POST("/policy-statistics/export", { params: { query }, headers }));
  return toSheet(found, query);
};
