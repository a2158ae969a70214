/** Each side reads what it has to do itself, and a member that is gone reads that it is. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { looksOf } from "./jointActions";
import { jointFigures, turnOfEnterprise, turnOfInstitution } from "./jointNow";
import { nameOrReason, nextOfEnterprise, nextOfInstitution } from "./jointWords";

type View = Schema<"InstitutionJointView">;

const can = [{ action: "commit", allowed: true, why: null }];

const joint = (own: Partial<NonNullable<View["own"]>> | null, changes: Partial<View> = {}) =>
  ({
    state: "inviting",
    turn: "members",
    committed: 500,
    total: 1_000,
    covered: 0,
    guaranteed: 0,
    lenders: 2,
    least_lenders: 2,
    term_months: 12,
    repayment: "interest_first",
    guarantee: "credit",
    role: own ? "lender" : null,
    own: own && { wanted: 0, payment: null, ...own },
    members: [],
    actions: can,
    sheet: null,
    enterprise_name: null,
    closed_at: null,
    ...changes,
  }) as unknown as View;

const full = { committed: 1_000 };

it.each([
  { what: "invited", view: joint({ state: "invited" }), next: "邀请期内各机构认购份额", turn: "您" },
  { what: "committed", view: joint({ state: "committed" }), next: "贵机构已认购", turn: "其他成员机构" },
  { what: "full", view: joint({ state: "committed" }, full), next: "等待牵头机构确认成团", turn: "牵头机构" },
  {
    what: "the lead of a full one",
    view: joint({ state: "committed" }, { ...full, role: "lead" }),
    next: "请确认成团",
    turn: "您",
  },
  {
    what: "approved",
    view: joint({ state: "approved" }, { state: "joint_review" }),
    next: "贵机构已同意",
    turn: "其他成员机构",
  },
  {
    what: "guarantor after the acceptance",
    view: joint({ state: "approved" }, { state: "disbursing", role: "guarantor" }),
    next: "签订担保合同",
    turn: "其他成员机构",
  },
  {
    what: "who has to pay",
    view: joint({ state: "approved" }, { state: "disbursing", actions: [] }),
    next: "请办理签约，放款后登记",
    turn: "您",
  },
  {
    what: "paid",
    view: joint(
      { state: "approved", payment: { order_state: "disbursed", paid_on: "2026-11-30" } as never },
      { state: "disbursing" },
    ),
    next: "等待企业核对确认",
    turn: "企业",
  },
])("$what", ({ view, next, turn }) => {
  expect(nextOfInstitution(view)).toContain(next);
  expect(turnOfInstitution(view)?.who).toBe(turn);
});

it("says to a member that is gone that it is", () => {
  expect(nextOfInstitution(joint({ state: "left" }, { state: "joint_review" }))).toContain("已退出");
  expect(turnOfInstitution(joint({ state: "left" }, { state: "joint_review" }))).toBeNull();
  expect(jointFigures(joint({ state: "left", wanted: 300 }))[2]?.label).toBe("出资机构");
  expect(nextOfInstitution(joint({ state: "passed" }))).toContain("邀请期内");
  expect(turnOfInstitution(joint({ state: "passed" }))?.mine).toBe(true);
  expect(nameOrReason(joint({ state: "refused" }))).toBe("贵机构已退出，不再显示企业名称");
  expect(nameOrReason(joint({ state: "passed" }))).toBe("贵机构没有参加，不显示企业名称");
  expect(nameOrReason(joint({ state: "committed" }))).toBe("企业授权后可见");
  expect(nameOrReason(joint({ state: "committed" }, { closed_at: "2026-12-01T00:00:00Z" }))).toContain(
    "已结束",
  );
  expect(nameOrReason(joint({ state: "approved" }, { enterprise_name: "甲公司" }))).toBe("甲公司");
});

it("asks the enterprise for each payment that waits", () => {
  const view = {
    ...joint(null, { state: "disbursing", turn: "members", actions: [] }),
    members: [{ institution_name: "甲银行", role: "lead", payment: { order_state: "disbursed" } }],
  } as unknown as Schema<"EnterpriseJointView">;
  expect(nextOfEnterprise(view)).toBe("甲银行已登记放款，请核对并确认。");
  expect(turnOfEnterprise(view)?.mine).toBe(true);
  expect(turnOfEnterprise({ ...view, members: [] })?.who).toBe("各成员机构");
  expect(nextOfEnterprise({ ...view, ...full, state: "inviting", members: [] })).toContain("已足额");
});

it("shows a member its own share, and the enterprise what it pays", () => {
  const labels = (view: Parameters<typeof jointFigures>[0]) => jointFigures(view).map(({ label }) => label);
  expect(labels(joint({ state: "committed", wanted: 300, share: 300, rate: 3_900 }))[2]).toBe("本机构份额");
  expect(labels(joint(null))[2]).toBe("出资机构");
  const sheet = { costs: { annual_cost: 4_428, first_payment: 1 }, weighted_rate: 3_363 };
  expect(labels(joint(null, { sheet: sheet as never })).slice(1, 3)).toEqual(["综合年化成本", "每月付息"]);
});

it("calls it a change where there is a share already", () => {
  expect(looksOf(joint({ state: "invited" })).commit?.label).toBe("认购份额");
  expect(looksOf(joint({ state: "committed" })).commit?.label).toBe("修改份额");
  expect(looksOf(joint({ state: "committed" }, { role: "lead" })).commit?.label).toBe("修改牵头份额");
});
