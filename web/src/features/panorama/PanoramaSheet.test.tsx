/** What is open is shown, what is closed says so, and sums stand beside the newest few. */
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt } from "@/test/render";
import { PanoramaSheet } from "./PanoramaSheet";

const CLOSED = "企业没有授权开放这一部分。";

const registration = {
  former_names: [],
  legal_person: "陈思远",
  founded_on: "2016-05-18",
  registered_at: null,
  risks: [],
} as unknown as Schema<"PanoramaRegistration">;

const policies: Schema<"PanoramaPolicies"> = {
  states: [
    { state: "paying", count: 1, amount: 500 },
    { state: "paid", count: 6, amount: 3_000_000 },
  ],
  count: 7,
  granted: 3_000_500,
  paid: 3_000_000,
  newest: [
    {
      no: "ZC-202611-00001",
      title: "研发费用补助",
      department: "科技创新局",
      state: "paid",
      amount: 3_000_000,
      submitted_at: "2026-11-01T02:00:00Z",
    },
  ],
};

const firm = (more: Partial<Schema<"Panorama">>): Schema<"Panorama"> => ({
  at: "2026-11-30T02:00:00Z",
  basis: "consent",
  name: "重庆云岭智能装备有限公司",
  uscc: "91500107MA6000489J",
  origins: {},
  registration,
  business: null,
  finance: null,
  financing: null,
  policies: null,
  standing: null,
  ...more,
});

const part = (name: string) => within(screen.getByRole("region", { name }));

describe("a firm on one page", () => {
  it("says of each part that is closed that it is", () => {
    renderAt("/", <PanoramaSheet firm={firm({})} />);
    expect(part("登记信息").getByText("陈思远")).toBeTruthy();
    expect(part("登记信息").queryByText("入驻平台")).toBeNull();
    for (const name of ["经营与人员", "财务", "融资记录", "政策记录", "创新能力评分", "平台信用与投诉"])
      expect(part(name).getByText(CLOSED)).toBeTruthy();
    expect(part("风险事项").getByText("无")).toBeTruthy();
    expect(screen.getByText(/依企业有效的授权查看/)).toBeTruthy();
  });

  it("tells sums, states and the newest, and of how many they are", () => {
    renderAt("/", <PanoramaSheet firm={firm({ basis: "application", policies })} />);
    const told = part("政策记录");
    expect(told.getByText("共 7 件，下面是最近办理的 1 件。")).toBeTruthy();
    expect(told.getByText("拨付金额")).toBeTruthy();
    expect(told.getByText("研发费用补助")).toBeTruthy();
    expect(told.getByText("科技创新局")).toBeTruthy();
  });
});
