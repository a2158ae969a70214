/** Facts are named and told in the words of the profile. */
import { expect, it } from "vitest";
import { factName, factText } from "./facts";

it("names facts", () => {
  expect(factName("finance.2025.revenue")).toBe("2025 年营业收入");
  expect(factName("ip.inventions")).toBe("发明专利");
  expect(factName("titles.high_tech")).toBe("高新技术企业");
  expect(factName("tax_grade")).toBe("纳税信用等级");
});

it("tells values in their units", () => {
  expect(factText("finance.2025.revenue", 800_000_000)).toBe("800.00 万元");
  expect(factText("staff", 86)).toBe("86");
  expect(factText("titles.high_tech", true)).toBe("有");
  expect(factText("org_type", "limited")).toBe("有限责任公司");
  expect(factText("risks.enforcement", { since: "2026-01-05", repaired_on: null })).toBe(
    "发生于 2026-01-05，尚未修复",
  );
  expect(factText("staff", null)).toBe("—");
});
