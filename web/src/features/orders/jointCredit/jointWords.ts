/** What happens next with a joint credit, in one sentence for each side, and what an institution reads in place of a name. */
import type { Schema } from "@/api/types";
import { JOINT_NEXT_ENTERPRISE, JOINT_NEXT_INSTITUTION } from "@/labels/joint";
import { moneyText } from "@/lib/money";
import { isFull, isGone, isOut, toConfirm } from "./jointProgress";

export function nextOfEnterprise(joint: Schema<"EnterpriseJointView">): string {
  if (joint.state === "inviting" && isFull(joint))
    return "认购已足额，等待牵头机构确认成团；受邀机构看不到贵企业名称。";
  const paid = toConfirm(joint.members).map(({ institution_name }) => institution_name);
  if (joint.state === "disbursing" && paid.length > 0) return `${paid.join("、")}已登记放款，请核对并确认。`;
  return JOINT_NEXT_ENTERPRISE[joint.state];
}

type Own = Schema<"JointMemberView">;

const GONE: Partial<Record<Own["state"], string>> = {
  passed: "贵机构没有参加。",
  refused: "贵机构没有同意，已退出联合授信。",
  lapsed: "贵机构没有在时限内审批，已退出联合授信。",
  dropped: "贵机构没有列入成员。",
  left: "贵机构已退出联合授信。",
};

/** Of a member's own part, where it says more than the state of the whole. */
function nextOfOwn(joint: Schema<"InstitutionJointView">, own: Own): string | undefined {
  const { state, role } = joint;
  if (isOut(joint, own)) return GONE[own.state];
  if (state === "inviting" && own.state === "committed" && role !== "lead")
    return isFull(joint)
      ? "认购已足额，等待牵头机构确认成团；成团前可以修改份额。"
      : "贵机构已认购，等待其他机构；成团前可以修改份额。";
  if (state === "joint_review" && own.state === "approved") return "贵机构已同意，等待其他成员审批。";
  if (state !== "disbursing") return undefined;
  if (role === "guarantor") return "企业已接受方案，请与企业和各放款机构签订担保合同。";
  if (own.payment?.order_state === "disbursed") return "贵机构已登记放款，等待企业核对确认。";
  if (own.payment?.order_state === "closed") return "贵机构的份额已放款，等待其他成员。";
  return undefined;
}

/** What has to come together yet before the invitation can be closed. */
function stillMissing(joint: Schema<"InstitutionJointView">): string {
  const { committed, total, covered, guaranteed, lenders, least_lenders: least } = joint;
  const missing = [
    committed < total && `认购还差 ${moneyText(total - committed)}`,
    covered < guaranteed && `担保还差 ${moneyText(guaranteed - covered)}`,
    lenders < least && `出资机构还差 ${least - lenders} 家`,
  ];
  return missing.filter(Boolean).join("，");
}

export function nextOfInstitution(joint: Schema<"InstitutionJointView">): string {
  const own = joint.own && nextOfOwn(joint, joint.own);
  if (own) return own;
  if (joint.state === "inviting" && isFull(joint))
    return joint.role === "lead" ? "认购已足额，请确认成团。" : "认购已足额，等待牵头机构确认成团。";
  if (joint.state === "inviting" && joint.role === "lead")
    return `${stillMissing(joint)}，可以继续邀请机构。`;
  return JOINT_NEXT_INSTITUTION[joint.state];
}

/** The enterprise's name, or why this institution does not read it. */
export function nameOrReason({ enterprise_name, own, closed_at }: Schema<"InstitutionJointView">): string {
  if (enterprise_name) return enterprise_name;
  if (own?.state === "passed" || own?.state === "dropped") return "贵机构没有参加，不显示企业名称";
  if (own && isGone(own)) return "贵机构已退出，不再显示企业名称";
  return closed_at ? "联合授信已结束，不显示企业名称" : "企业授权后可见";
}
