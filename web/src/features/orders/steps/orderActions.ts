/** The server says what this person may do with an order now; here it gets its words, its order and its reason. */
import type { Schema } from "@/api/types";
import type { Look } from "@/ui/splitActions";

/** In the order of display. */
export const ENTERPRISE_ACTIONS = {
  confirm: { label: "确认对接", primary: true },
  provide_materials: { label: "补充材料", primary: true },
  accept: { label: "接受授信", primary: true },
  confirm_disbursement: { label: "确认放款", primary: true },
  decline: { label: "不选择该机构" },
  decline_offer: { label: "不接受授信" },
  withdraw: { label: "退出对接", danger: true },
  leave_held: { label: "终止对接", danger: true },
} satisfies Partial<Record<Schema<"OrderAction">["action"], Look>>;

export const INSTITUTION_ACTIONS = {
  take: { label: "接单报价", primary: true },
  pass: { label: "不接单" },
  take_on: { label: "受理申请", primary: true },
  contact: { label: "登记首次联系", primary: true },
  start_review: { label: "进入授信审批", primary: true },
  request_materials: { label: "请企业补充材料" },
  recall_materials: { label: "撤回材料要求" },
  approve: { label: "批准授信", primary: true },
  disburse: { label: "登记放款", primary: true },
  correct_payment: { label: "更正放款记录" },
  refuse: { label: "不予批准", danger: true },
  retract: { label: "撤回报价", danger: true },
  hand_over: { label: "移交" },
  leave_held: { label: "终止对接", danger: true },
} satisfies Partial<Record<Schema<"OrderAction">["action"], Look>>;

/** The same deeds in the words of an investment. */
const EQUITY_WORDS: Partial<Record<Schema<"OrderAction">["action"], string>> = {
  accept: "接受投资条款",
  decline_offer: "不接受投资条款",
  confirm_disbursement: "确认到账",
  start_review: "进入投资决策",
  approve: "提交投资条款书",
  disburse: "登记到账",
  refuse: "决定不投资",
};

/** `looks` in the words of `kind`. */
export function worded<K extends string>(
  looks: Record<K, Look>,
  kind: Schema<"FinancingKind">,
): Record<K, Look> {
  if (kind === "debt") return looks;
  const words = EQUITY_WORDS as Partial<Record<K, string>>;
  const entries = Object.entries(looks) as [K, Look][];
  return Object.fromEntries(
    entries.map(([key, look]) => [key, { ...look, label: words[key] ?? look.label }]),
  ) as Record<K, Look>;
}

/** What comes next in each state, so that it is said why it cannot be done yet. */
export const SOON_INSTITUTION: Partial<Record<Schema<"OrderState">, readonly InstitutionActionKey[]>> = {
  invited: ["take", "pass"],
  applied: ["take_on", "contact"],
  grabbed: ["contact"],
  contacting: ["contact", "start_review"],
  due_diligence: ["request_materials", "start_review", "approve"],
  credit_review: ["approve", "disburse"],
  offered: ["disburse"],
  contracting: ["disburse"],
  disbursed: ["correct_payment"],
};

export const SOON_ENTERPRISE: Partial<Record<Schema<"OrderState">, readonly EnterpriseActionKey[]>> = {
  grabbed: ["confirm", "decline"],
  due_diligence: ["provide_materials"],
  credit_review: ["accept"],
  offered: ["accept", "decline_offer"],
  contracting: ["confirm_disbursement"],
  disbursed: ["confirm_disbursement"],
};

export type EnterpriseActionKey = keyof typeof ENTERPRISE_ACTIONS;
export type InstitutionActionKey = keyof typeof INSTITUTION_ACTIONS;

type Joined = Pick<Schema<"InstitutionOrderView">, "joint_id" | "state" | "actions">;

/** Of a joint credit's member the decision is made with all others. */
export const decidesJointly = (order: Joined): boolean =>
  order.joint_id !== null &&
  order.state === "credit_review" &&
  !order.actions.some(({ action, allowed }) => action === "approve" && allowed);
