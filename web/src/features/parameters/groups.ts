/** What the parameters are about, so that forty of them are found; a new one has to say where it belongs. */
import type { Schema } from "@/api/types";

type Parameter = Schema<"Parameter">;
type View = Schema<"ParameterView">;

export const GROUP = {
  demands: "需求与派单",
  orders: "对接与办理时限",
  joint: "联合授信",
  second: "二次授信与回访",
  products: "产品",
  firms: "企业档案与数据",
  accounts: "账号、附件与审核",
  policies: "政策申请与拨付",
  complaints: "投诉与异议",
} as const;

type Group = keyof typeof GROUP;

const GROUP_OF: Record<Parameter, Group> = {
  review_days: "accounts",
  review_claim_minutes: "accounts",
  review_claims: "accounts",
  institution_sub_accounts: "accounts",
  enterprise_sub_accounts: "accounts",
  department_sub_accounts: "accounts",
  upload_megabytes: "accounts",
  storage_megabytes: "accounts",
  consent_days: "firms",
  consent_tail_days: "firms",
  profile_percent: "firms",
  anonymity_k: "firms",
  score_unverified_most: "firms",
  evidence_months: "firms",
  evidence_refresh_days: "firms",
  enterprise_quarter_points: "firms",
  decision_days: "products",
  disburse_days: "products",
  dispatch_institutions: "demands",
  dispatch_rounds: "demands",
  dispatch_days: "demands",
  unanswered_days: "demands",
  market_days: "demands",
  correction_days: "demands",
  draft_days: "demands",
  live_orders: "demands",
  take_on_days: "orders",
  choose_days: "orders",
  contact_days: "orders",
  material_days: "orders",
  pause_days: "orders",
  confirm_payment_days: "orders",
  stop_days: "orders",
  policy_accept_days: "policies",
  policy_first_review_days: "policies",
  policy_correction_days: "policies",
  policy_second_review_days: "policies",
  policy_objection_days: "policies",
  policy_appeal_days: "policies",
  policy_paying_days: "policies",
  policy_consult_days: "policies",
  automatic_confirm_days: "policies",
  policy_adjustment_days: "policies",
  joint_lead_percent: "joint",
  joint_distributed_percent: "joint",
  joint_lenders: "joint",
  joint_invite_days: "joint",
  joint_answer_days: "joint",
  joint_review_days: "joint",
  joint_offer_days: "joint",
  second_answer_days: "second",
  second_decision_days: "second",
  callback_percent: "second",
  callback_days: "second",
  complaint_assign_days: "complaints",
  complaint_answer_days: "complaints",
  complaint_confirm_days: "complaints",
  objection_days: "complaints",
};

export type Wanted = {
  group?: Group;
  /** Each of the words, separated by blanks, has to stand in its name or its explanation. */
  words?: string;
  /** Only what is not as it was delivered. */
  changed?: boolean;
};

export const isChanged = ({ value, default: delivered }: View) => value !== delivered;

function suits(one: View, { words, changed }: Wanted): boolean {
  const text = `${one.text}${one.help}`.toLowerCase();
  const found = (words ?? "")
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
  return found && (!changed || isChanged(one));
}

/** Groups that have something, in their order, with how much of it. */
export function grouped(all: readonly View[], wanted: Wanted) {
  const kept = all.filter((one) => suits(one, wanted));
  return (Object.keys(GROUP) as Group[])
    .filter((group) => !wanted.group || wanted.group === group)
    .map((group) => ({ group, title: GROUP[group], rows: kept.filter(({ key }) => GROUP_OF[key] === group) }))
    .filter(({ rows }) => rows.length > 0);
}
