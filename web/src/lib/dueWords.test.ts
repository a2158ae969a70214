import { expect, test } from "vitest";
import { dueWords } from "./dueWords";

test.each([
  [2, "剩 2 个工作日", "neutral"],
  [2.7, "剩 2 个工作日", "neutral"],
  [1.5, "剩 1 个工作日", "neutral"],
  [1, "剩 1 个工作日", "neutral"],
  [0.4, "剩余不足 1 个工作日", "warn"],
  [0, "即将到期", "warn"],
  [-0.3, "已超期不足 1 个工作日", "err"],
  [-1.9, "已超期 1 个工作日", "err"],
  [-12, "已超期 12 个工作日", "err"],
])("%s days", (days, text, tone) => {
  expect(dueWords(days)).toEqual({ text, tone });
});
