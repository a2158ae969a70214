/** Dictionaries are complete and consistent. */
import { expect, it } from "vitest";
import { fieldText } from "./fields";
import { DEMAND_STATE, GUARANTEE, LIVE_ORDER_STATES, ORDER_STATE } from "./finance";
import { DIVISIONS, divisionsOf, divisionText, maskedIndustry, SECTION } from "./industries";
import { joinTexts, options, textOf } from "./label";
import { ORG_STATE } from "./organizations";
import { REFUSAL_CODE } from "./refusals";

it("has 20 sections and 97 divisions numbered without a gap", () => {
  expect(Object.keys(SECTION)).toHaveLength(20);
  expect(DIVISIONS.map((division) => division.code)).toEqual(
    Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, "0")),
  );
  expect(divisionText("01")).toBe("农业");
  expect(divisionText("39")).toBe("计算机、通信和其他电子设备制造业");
  expect(divisionText("65")).toBe("软件和信息技术服务业");
  expect(divisionText("75")).toBe("科技推广和应用服务业");
  expect(divisionsOf("i")).toHaveLength(3);
  expect(DIVISIONS.find((division) => division.code === "97")?.section).toBe("t");
});

it("names the section where the division is not told, and says where neither is", () => {
  const text = (industry_division: string | null, industry_section: "c" | null) =>
    maskedIndustry({ industry_division, industry_section });
  expect(text("35", "c")).toBe("专用设备制造业");
  expect(text(null, "c")).toBe("制造业");
  expect(text(null, null)).toBe("行业未显示");
});

it("gives every state its own words", () => {
  for (const map of [DEMAND_STATE, ORDER_STATE, ORG_STATE]) {
    const texts = Object.values(map).map((label) => label.text);
    expect(new Set(texts).size).toBe(texts.length);
  }
  expect(Object.keys(REFUSAL_CODE)).toHaveLength(15);
  expect(LIVE_ORDER_STATES.every((state) => state in ORDER_STATE)).toBe(true);
});

it("makes options and texts", () => {
  expect(options(GUARANTEE)[0]).toEqual({ value: "credit", label: "信用" });
  expect(joinTexts(GUARANTEE, ["credit", "pledge"])).toBe("信用、质押");
  expect(joinTexts(GUARANTEE, [])).toBe("—");
  expect(textOf(GUARANTEE, null)).toBe("—");
  expect(fieldText("fees[0].name")).toBe("费用");
  expect(fieldText("summary")).toBe("一句话介绍");
  expect(fieldText("summary", "ForecastContent")).toBe("预告内容");
  expect(fieldText("contact.phone", "ForecastContent")).toBe("联系电话");
  expect(fieldText("later_windows[1].closes_on", "PolicyContent")).toBe("批次 3 的截止日期");
  expect(fieldText("materials[1].name", "PolicyContent")).toBe("需要准备的材料第 2 项的材料名称");
  expect(fieldText("somewhere.mobile")).toBe("手机号码");
  expect(fieldText("somewhere")).toBe("somewhere");
});
