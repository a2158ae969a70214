/** The sheet says what it is of, and money in one shape. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { toSheet } from "./sheet";

const state = (of: Schema<"ApplicationState">, amount: number) => ({
  state: of,
  months: [],
  count: 1,
  amount,
});

const found = {
  year: 2025,
  months: [],
  outcome: {},
  reviews: { first: null, second: null },
  states: [state("submitted", 0), state("paid", 1_608_766_000)],
  items: [{ title: "研发补助", total: null, reserved: 0, listed: 0, paid: 777_920_000, recovered: 0 }],
  funds: { items: 1, total: null, reserved: 0, listed: 0, paid: 777_920_000, recovered: 0 },
  quarters: [],
  firms: { sections: [], sizes: [] },
  choices: [{ policy_id: "a", title: "研发补助", department_id: "d", department: "甲局" }],
} as unknown as Schema<"PolicyStatistics">;

it("names the year, the department and the item, and leaves out what is not decided", () => {
  const { headings, rows } = toSheet(found, { policy: "a" });
  expect(headings).toEqual(["年度", "部门", "政策事项", "统计表", "分组", "指标", "数值"]);
  const amounts = rows.filter((row) => row.includes("核定金额（万元）")).map((row) => row[6]);
  expect(amounts).toEqual(["", "1608.77"]);
  expect(rows.find((row) => row.includes("已拨付（万元）") && row[4] !== "合计")).toEqual([
    "累计",
    "甲局",
    "研发补助",
    "按事项",
    "研发补助",
    "已拨付（万元）",
    "777.92",
  ]);
  expect(rows[0]?.[0]).toBe("2025");
});
