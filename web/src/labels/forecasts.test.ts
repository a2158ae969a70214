import { expect, test } from "vitest";
import { expectedText, monthText } from "./forecasts";

test("months are told shortly", () => {
  expect(monthText("2027-03-01")).toBe("2027 年 3 月");
  expect(monthText(null)).toBe("—");
  expect(expectedText({ opens_month: "2027-03-01" })).toBe("2027 年 3 月起");
  expect(expectedText({ opens_month: "2027-03-01", closes_month: "2027-03-01" })).toBe("2027 年 3 月");
  expect(expectedText({ opens_month: "2027-03-01", closes_month: "2027-09-01" })).toBe("2027 年 3 月至 9 月");
  expect(expectedText({ opens_month: "2027-11-01", closes_month: "2028-02-01" })).toBe(
    "2027 年 11 月至 2028 年 2 月",
  );
});
