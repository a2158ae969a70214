/** Place, day of birth and check character each have a message of their own. */
import { expect, it } from "vitest";
import { identityProblem } from "./identity";
import { isPlace } from "./places";

const TODAY = new Date("2026-01-01T00:00:00Z");

it.each([
  ["11010519491231002X", null],
  ["110105194912310021", /校验码/],
  ["11010519491331002X", /出生日期/],
  ["11010519900229002X", /出生日期/],
  ["11010520260201002X", /出生日期/],
  ["44052418800101001X", /出生日期/],
  ["99010519491231002X", /地区/],
  ["16010519491231002X", /地区/],
  ["1101051949123100", /18 位/],
])("judges %s", (number, problem) => {
  const said = identityProblem(number, TODAY);
  if (problem === null) expect(said).toBeNull();
  else expect(said).toMatch(problem);
});

it("knows which places can be", () => {
  expect(["500107", "110000", "419001"].filter((code) => !isPlace(code))).toEqual([]);
  expect(["000000", "999999", "160101", "110005", "50010"].filter(isPlace)).toEqual([]);
});
