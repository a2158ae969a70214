import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { bestOf } from "./institution";

const item = (of: Partial<Schema<"ShelfItem">>) =>
  ({ kind: "debt", rate_min: null, amount_max: null, decision_days: null, ...of }) as Schema<"ShelfItem">;
const texts = (...items: Schema<"ShelfItem">[]) => bestOf(items).map(({ label, text }) => `${label} ${text}`);

it("leads with the best of all products", () => {
  expect(
    texts(
      item({ rate_min: 3650, amount_max: 500_000_000, decision_days: 7 }),
      item({ rate_min: 3430, amount_max: 100_000_000, decision_days: 2 }),
    ),
  ).toEqual(["年利率最低 3.43%", "单笔最高 500 万元", "最快审批 2 个工作日以内"]);
});

it("says nothing of what no product tells, and no rate of funds", () => {
  expect(texts(item({ kind: "equity", rate_min: 1000, decision_days: 40 }))).toEqual(["最快决策 8 周以内"]);
  expect(texts()).toEqual([]);
});
