/** Parameters are found by group, by words, and by having been changed. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { grouped } from "./groups";

const view = (key: Schema<"Parameter">, text: string, value = 3): Schema<"ParameterView"> => ({
  key,
  text,
  help: "从机构报价之时起计算。",
  unit: "个工作日",
  value,
  default: 3,
  min: 1,
  max: 10,
  updated_at: null,
});

const ALL = [
  view("choose_days", "企业答复报价的时限"),
  view("dispatch_days", "派单每轮时限", 5),
  view("joint_invite_days", "联合授信的邀请期"),
];

it.each([
  { wanted: {}, found: ["dispatch_days", "choose_days", "joint_invite_days"] },
  { wanted: { group: "joint" as const }, found: ["joint_invite_days"] },
  { wanted: { words: "时限" }, found: ["dispatch_days", "choose_days"] },
  { wanted: { words: "报价 企业" }, found: ["choose_days"] },
  { wanted: { changed: true }, found: ["dispatch_days"] },
  { wanted: { words: "没有的" }, found: [] },
])("finds $found for $wanted", ({ wanted, found }) => {
  expect(grouped(ALL, wanted).flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(found);
});
