/** Words for joint credits (联合授信). */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const JOINT_STATE: Labels<Schema<"JointState">> = {
  proposed: { text: "待企业同意邀请", tone: "info" },
  inviting: { text: "邀请认购中", tone: "purple" },
  short: { text: "认购不足", tone: "warn" },
  shrink_proposed: { text: "待企业同意缩减", tone: "info" },
  formed: { text: "已成团·待企业开放信息", tone: "info" },
  joint_review: { text: "联合审批", tone: "purple" },
  joint_offer: { text: "方案待企业接受", tone: "info" },
  disbursing: { text: "放款中", tone: "purple" },
  closed: { text: "联合授信完成", tone: "ok" },
  rejected: { text: "企业不同意", tone: "neutral" },
  failed: { text: "未达成", tone: "neutral" },
  cancelled: { text: "牵头机构已终止", tone: "neutral" },
  declined: { text: "企业未接受方案", tone: "neutral" },
  expired: { text: "方案已失效", tone: "warn" },
};

export const JOINT_MEMBER_STATE: Labels<Schema<"JointMemberState">> = {
  invited: { text: "待答复", tone: "info" },
  committed: { text: "已认购", tone: "purple" },
  reviewing: { text: "审批中", tone: "purple" },
  approved: { text: "已同意", tone: "ok" },
  passed: { text: "未参加", tone: "neutral" },
  refused: { text: "不同意", tone: "err" },
  lapsed: { text: "超过时限", tone: "err" },
  dropped: { text: "企业未选择", tone: "neutral" },
  left: { text: "已退出", tone: "neutral" },
};

export const JOINT_ROLE: Texts<Schema<"JointRole">> = {
  lead: "牵头机构（代理行）",
  lender: "参加机构",
  guarantor: "担保机构",
};

/** The same in a word, beside the state of its part. */
export const JOINT_PART: Texts<Schema<"JointRole">> = { lead: "牵头", lender: "参加", guarantor: "担保" };

/** What the state means for the enterprise. */
export const JOINT_NEXT_ENTERPRISE: Texts<Schema<"JointState">> = {
  proposed: "对接机构希望联合其他机构共同授信。同意后才会邀请，受邀机构看不到贵企业名称。",
  inviting: "正在邀请机构认购份额，受邀机构看不到贵企业名称。",
  short: "邀请期内认购不足，牵头机构会延长邀请期、提议缩减总额或终止。",
  shrink_proposed: "认购不足，牵头机构提议缩减总额，请答复。",
  formed: "已认购足额。请确认成员，并签署授权向其开放信息。",
  joint_review: "各成员正在审批各自的份额。",
  joint_offer: "全部成员已同意，请在有效期内答复联合方案。",
  disbursing: "您已接受方案，各成员放款后请逐笔核对确认。",
  closed: "各机构均已放款，联合授信完成。",
  rejected: "您没有同意联合授信，牵头机构的对接单继续单独办理。",
  failed: "联合授信没有达成，牵头机构的对接单可继续单独办理。",
  cancelled: "牵头机构终止了联合授信，对接单继续单独办理。",
  declined: "您没有接受联合方案。",
  expired: "联合方案超过有效期，已失效。",
};

/** What the state means for institutions. */
export const JOINT_NEXT_INSTITUTION: Texts<Schema<"JointState">> = {
  proposed: "等待企业同意邀请其他机构；同意之前，受邀机构不会看到。",
  inviting: "邀请期内各机构认购份额，足额后成团。",
  short: "认购不足，由牵头机构延长邀请期、提议缩减总额或终止。",
  shrink_proposed: "等待企业答复缩减总额的提议。",
  formed: "已成团，等待企业确认成员并开放信息。",
  joint_review: "请各成员在时限内审批各自的份额；超过时限的份额重新认购。",
  joint_offer: "全部成员已同意，等待企业答复联合方案。",
  disbursing: "企业已接受方案，请办理签约，放款后登记。",
  closed: "各机构均已放款，联合授信完成。",
  rejected: "企业不同意联合授信，对接单继续单独办理。",
  failed: "联合授信没有达成。",
  cancelled: "牵头机构终止了联合授信。",
  declined: "企业没有接受联合方案。",
  expired: "联合方案超过有效期，已失效。",
};
