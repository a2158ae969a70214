/** A registration with a known code: the operator sees it, and whose it is. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt } from "@/test/render";
import { OrganizationFacts } from "./OrganizationFacts";

const detail: Schema<"OrganizationDetail"> = {
  organization: {
    id: "2",
    kind: "enterprise",
    name: "重庆新来有限公司",
    uscc: "91500107MA7000010X",
    code_taken: true,
    code_deviates: false,
    institution_type: null,
    state: "reviewing",
    certified: false,
    contact_name: "王五",
    mobile_masked: "138****0001",
    mobile_verified: false,
    legal_person: "李建国",
    address: "重庆市九龙坡区科园一路 1 号",
    permit_no: null,
    mark: null,
    email: null,
    created_at: "2026-11-23T02:00:00Z",
    suspendable: true,
    suspended_at: null,
    suspension: null,
    version: 1,
  },
  code_holder: { id: "1", name: "重庆原有有限公司" },
  round: 1,
  defects: [],
  refusal: null,
  submitted_at: "2026-11-23T02:00:00Z",
  decided_at: null,
  timeline: [],
};

it("names the organisation that has the code", async () => {
  renderAt("/operator/organizations/2", <OrganizationFacts detail={detail} />);
  expect(await screen.findByText(/该信用代码已有单位注册/)).toBeTruthy();
  const link = screen.getByRole("link", { name: "重庆原有有限公司" });
  expect(link.getAttribute("href")).toBe("/operator/organizations/1");
});

it("says nothing of other registrations", async () => {
  const own = { ...detail, organization: { ...detail.organization, code_taken: false }, code_holder: null };
  renderAt("/operator/organizations/2", <OrganizationFacts detail={own} />);
  expect(await screen.findByText("登记信息")).toBeTruthy();
  expect(screen.queryByText(/已有单位注册/)).toBeNull();
});

it("tells of a code whose last character was confirmed by hand", async () => {
  const pilot = {
    ...detail.organization,
    uscc: "91350203M0001QKT19",
    code_deviates: true,
    code_taken: false,
  };
  renderAt("/operator/organizations/2", <OrganizationFacts detail={{ ...detail, organization: pilot }} />);
  expect(await screen.findByText("第 18 位不符，申请人已确认")).toBeTruthy();
  expect(screen.getByText(/请对照营业执照核实/)).toBeTruthy();
});

it("shows what is compared with the licence, and that the phone is not proved", async () => {
  renderAt("/operator/organizations/2", <OrganizationFacts detail={detail} />);
  expect(await screen.findByText("李建国")).toBeTruthy();
  expect(screen.getByText("重庆市九龙坡区科园一路 1 号")).toBeTruthy();
  expect(screen.getByText("未核验")).toBeTruthy();
});
