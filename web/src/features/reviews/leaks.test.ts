/** The hints find what a hurried reviewer overlooks. */
import { expect, it } from "vitest";
import { coreName, findLeaks } from "./leaks";

const identity = {
  name: "重庆星澜智能科技有限公司",
  uscc: "91500107MA5UX00031",
  contact_name: "周敏",
  legal_person: "李建国",
  address: "金凤镇凤笙路 21 号",
};

it("reduces a name to what is distinctive", () => {
  expect(coreName("重庆星澜智能科技有限公司")).toBe("星澜");
  expect(coreName("重庆市渝创材料股份有限公司")).toBe("渝创");
});

it("finds names, numbers and addresses", () => {
  expect(findLeaks("星澜公司采购设备，联系周敏 13800001234", identity)).toEqual([
    "企业名称中的“星澜”",
    "联系人姓名",
    "疑似电话或证件号码",
  ]);
  expect(findLeaks("详见 www.example.com", identity)).toEqual(["网址或邮箱"]);
  expect(findLeaks("采购两条自动化产线，扩大产能 30%,2025 年投产", identity)).toEqual([]);
});
