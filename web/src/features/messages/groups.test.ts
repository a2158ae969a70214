/** Messages are put together by day and by what they say, and lead nowhere but into this site. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { byDay, dayTitle, firstOf, pathOf, unreadOf } from "./groups";

const NOW = new Date("2026-11-30T02:00:00Z");

const message = (created_at: string, title: string, read = false): Schema<"MessageView"> => ({
  id: created_at as Schema<"MessageId">,
  kind: "demands.submitted",
  title,
  body: "",
  link: null,
  created_at,
  read_at: read ? created_at : null,
});

it("begins a day at midnight in Shanghai, and keeps what says the same together", () => {
  const days = byDay(
    [
      message("2026-11-29T17:00:00Z", "新的需求待审核"),
      message("2026-11-29T16:30:00Z", "新的产品待审核"),
      message("2026-11-29T16:10:00Z", "新的需求待审核", true),
      message("2026-11-29T15:00:00Z", "新的需求待审核"),
    ],
    NOW,
  );
  expect(
    days.map(({ day, groups }) => [day, groups.map(({ title, items }) => `${title} ${items.length}`)]),
  ).toEqual([
    ["2026-11-30", ["新的需求待审核 2", "新的产品待审核 1"]],
    ["2026-11-29", ["新的需求待审核 1"]],
  ]);
  expect(unreadOf(days[0]?.groups[0]?.items ?? [])).toHaveLength(1);
});

it.each([
  ["2026-11-30", "今天 11 月 30 日 周一"],
  ["2026-11-29", "昨天 11 月 29 日 周日"],
  ["2026-11-27", "11 月 27 日 周五"],
  ["2025-12-01", "2025 年 12 月 1 日 周一"],
])("%s is %s", (day, text) => {
  expect(dayTitle(day, NOW)).toBe(text);
});

it.each([
  ["/enterprise/orders/1", "/enterprise/orders/1"],
  ["//evil.example", null],
  ["https://evil.example", null],
  [null, null],
])("%s leads to %s", (link, path) => {
  expect(pathOf({ ...message("2026-11-30T00:00:00Z", ""), link })).toBe(path);
});

it("shows of each thing the newest, and only the first few things", () => {
  const about = (at: string, link: string | null) => ({
    ...message(`2026-11-30T0${at}:00:00Z`, "收到新的报价"),
    link,
  });
  const all = [about("5", "/a"), about("4", "/b"), about("3", "/a"), about("2", null), about("1", "/c")];
  expect(firstOf(all, 3)).toEqual([all[0], all[1], all[3]]);
  expect(firstOf(all, 9)).toEqual([all[0], all[1], all[3], all[4]]);
});
