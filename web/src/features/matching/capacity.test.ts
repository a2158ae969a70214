import { expect, test } from "vitest";
import { capacityText, overtakenText } from "./capacity";

test("the sentence says how many are left and what happens at the limit", () => {
  const view = { version: 1, capacity: 30, dispatches: 12, full: false };
  expect(capacityText(view)).toBe("近 30 天收到平台派单 12 件，还可以接收 18 件。");
  expect(capacityText({ ...view, dispatches: 31, full: true })).toContain("已达到上限 30 件，暂时不再派单");
  expect(capacityText({ ...view, capacity: null })).toContain("目前不限数量");
});

test("who was overtaken learns what is set now", () => {
  const view = { version: 2, capacity: 30, dispatches: 12, full: false };
  expect(overtakenText(view)).toContain("把上限设为 30 件。");
  expect(overtakenText({ ...view, capacity: null })).toContain("把上限改为不限。");
});
