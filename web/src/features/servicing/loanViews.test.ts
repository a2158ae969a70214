/** Each tab asks for its own loans. */
import { expect, it } from "vitest";
import { loanSearch, loanTabs } from "./loanViews";

const NOW = new Date("2026-11-29T18:00:00Z");

it("asks by state, by lateness, or by the end of the loan in Shanghai", () => {
  expect(loanSearch("running", NOW)).toEqual({ state: "running" });
  expect(loanSearch("late", NOW)).toEqual({ late: true });
  expect(loanSearch("maturing", NOW)).toEqual({ matures_by: "2027-01-29" });
});

it("shows each side what it works with, in its own words", () => {
  expect(loanTabs("enterprise").map((tab) => tab.label)).toEqual(["在贷", "待确认", "已结清"]);
  expect(loanTabs("institution")).toHaveLength(5);
  expect(loanTabs("institution")[0]).toEqual({ value: undefined, label: "在贷" });
});
