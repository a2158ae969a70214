import { expect, test } from "vitest";
import { changeText, countGroups, partsText } from "./synonyms";

test("remarks and empty lines are no groups", () => {
  expect(countGroups("# 设备\n注塑机 啤机\n\n  厂房，车间、工厂\n")).toEqual({ groups: 2, words: 5 });
  expect(countGroups("")).toEqual({ groups: 0, words: 0 });
});

test("parts are told in words, with their sign", () => {
  const view = { likeness: 412, first: [], second: [] };
  const parts = [
    { measure: "same_numbers", adds: 471 },
    { measure: "new_one", adds: -20 },
  ];
  expect(partsText({ ...view, parts })).toBe("数字相同 +0.471、new_one −0.020");
  expect(partsText({ ...view, parts: [] })).toBe("没有相同之处");
});

test("the change has its direction", () => {
  expect(changeText(400, 400)).toBe("相近程度不变");
  expect(changeText(400, 731)).toBe("相近程度提高 0.331");
  expect(changeText(731, 400)).toBe("相近程度降低 0.331");
});
