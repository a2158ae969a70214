import { expect, test } from "vitest";
import { dueWords } from "./dueWords";

test.each([
  [2, "剩 2 个工作日", "neutral"],
  [1.5, "剩 1.5 个工作日", "neutral"],
  [0.4, "剩 0.4 个工作日", "warn"],
  [0, "即将到期", "warn"],
  [-0.3, "已超期 0.3 个工作日", "err"],
  [-12, "已超期 12 个工作日", "err"],
])("%s days", (days, text, tone) => {
  expect(dueWords(days)).toEqual({ text, tone });
});
