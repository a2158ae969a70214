/** The words, order and looks of what each side may do with a joint credit. */
import type { Schema } from "@/api/types";
import type { Look } from "@/ui/splitActions";

type Looks = Partial<Record<Schema<"JointAction">["action"], Look>>;

export const ENTERPRISE_JOINT = {
  consent: { label: "同意邀请其他机构", primary: true },
  reject: { label: "不同意联合授信", danger: true },
  agree_shrink: { label: "同意缩减总额", primary: true },
  refuse_shrink: { label: "不同意缩减" },
  open_data: { label: "确认成员并开放信息", primary: true },
  accept: { label: "接受联合方案", primary: true },
  decline: { label: "不接受联合方案", danger: true },
} satisfies Looks;

const LEAD_JOINT = {
  form: { label: "确认成团", primary: true },
  extend: { label: "延长邀请期", primary: true },
  propose_shrink: { label: "提议缩减总额" },
  approve: { label: "同意本机构份额", primary: true },
  invite: { label: "邀请机构" },
  commit: { label: "修改牵头份额" },
  cancel: { label: "终止联合授信", danger: true },
  refuse: { label: "不同意授信", danger: true },
} satisfies Looks;

const MEMBER_JOINT = {
  commit: { label: "认购份额", primary: true },
  approve: { label: "同意本机构份额", primary: true },
  pass: { label: "不参加" },
  refuse: { label: "不同意授信", danger: true },
} satisfies Looks;

/** The share is there already: taking it again changes it, and nobody waits for that. */
const COMMITTED_JOINT = { ...MEMBER_JOINT, commit: { label: "修改份额" } } satisfies Looks;

export const looksOf = ({ role, own }: Pick<Schema<"InstitutionJointView">, "role" | "own">): Looks => {
  if (role === "lead") return LEAD_JOINT;
  return own?.state === "committed" ? COMMITTED_JOINT : MEMBER_JOINT;
};

export type EnterpriseJointKey = keyof typeof ENTERPRISE_JOINT;
export type InstitutionJointKey = keyof typeof LEAD_JOINT | keyof typeof MEMBER_JOINT;

/** What comes next in each state, so that it is said why it cannot be done yet. */
export const SOON_JOINT: Partial<Record<Schema<"JointState">, readonly string[]>> = {
  proposed: ["consent", "reject", "invite"],
  inviting: ["commit", "form"],
  short: ["extend", "propose_shrink"],
  shrink_proposed: ["agree_shrink", "refuse_shrink"],
  formed: ["open_data", "approve"],
  joint_review: ["approve"],
  joint_offer: ["accept", "decline"],
};
