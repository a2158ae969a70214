import { expect, it } from "vitest";
import { mendPath, mendText } from "./mend";

it.each([
  ["founded", "profile", "/enterprise/profile?edit=1&step=basic"],
  ["staff", "profile", "/enterprise/profile?edit=1&step=business"],
  ["tax_grade", "profile", "/enterprise/profile?edit=1&step=finance"],
  ["titles", "titles", "/enterprise/profile?edit=1&step=innovation"],
  ["risks", "risks", "/enterprise/profile?edit=1&step=materials"],
  ["revenue", { finance: { years_back: 0 } }, "/enterprise/profile?edit=1&step=finance"],
  ["score", "score", "/enterprise/score"],
  ["disbursed", "trades", "/enterprise/loans"],
] as const)("%s is mended where it is kept", (field, source, path) =>
  expect(mendPath({ field, source })).toBe(path),
);

it("says what the link does", () => {
  expect(mendText({ source: "profile", value: null })).toBe("去补充");
  expect(mendText({ source: "profile", value: "30 人" })).toBe("更正");
  expect(mendText({ source: "score", value: null })).toBe("查看");
});
