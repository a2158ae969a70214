import { expect, test } from "vitest";
import { dueWords } from "./dueWords";

test.each([
  [2, "剩 2 个工作日", "neutral"],
  [2.7, "剩 2 个工作日", "neutral"],
  [1.3, "剩 1 个工作日 2 小时", "neutral"],
  [1, "剩 1 个工作日", "neutral"],
  [0.9, "剩 8 小时", "warn"],
  [0.1, "剩不足 1 小时", "warn"],
  [0, "即将到期", "warn"],
  [43.6, "剩 43 个工作日", "neutral"],
  [-0.1, "已超期不足 1 小时", "err"],
  [-0.3, "已超期 2 小时", "err"],
  [-1.9, "已超期 1 个工作日 8 小时", "err"],
  [-12.4, "已超期 12 个工作日", "err"],
])("%s days", (days, text, tone) => {
  expect(dueWords(days)).toEqual({ text, tone });
});
