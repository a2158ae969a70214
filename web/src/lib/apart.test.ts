import { expect, it } from "vitest";
import { countApart, othersNote } from "./apart";

it.each([
  [0, 0, "0"],
  [7, 0, "7"],
  [7, 3, "7"],
  [1200, 0, "1,200"],
  [0, 3, "—"],
])("%i told apart beside %i others reads %s", (count, others, text) => {
  expect(countApart(count, others)).toBe(text);
});

it.each([
  [6, true, "另有 6 项需求因同类企业较少，不分类展示。"],
  [33, false, "共有 33 项需求因同类企业较少，不分类展示。"],
  [0, true, null],
  [undefined, false, null],
])("of %s others it says %s", (others, shown, text) => {
  expect(othersNote(others, shown)).toBe(text);
});
