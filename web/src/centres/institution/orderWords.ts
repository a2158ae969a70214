/** What an order's state means for the institution: who has to do what next, in one sentence. */
import type { Schema } from "@/api/types";
import { decidesJointly } from "@/features/orders/steps/orderActions";
import type { Texts } from "@/labels/label";

const NEXT_STEP: Texts<Schema<"OrderState">> = {
  applied: "企业申请贵机构的产品，请在 {take_on_days} 个工作日内受理，或说明不受理的原因。",
  grabbed: "报价已发给企业，企业确认后会开放企业资料。",
  contacting: "企业已确认对接，请尽快联系企业并登记首次联系。",
  due_diligence: "请完成尽职调查，材料齐备后进入审批。",
  credit_review: "请作出决定；不批准时说明原因。",
  offered: "决定已发给企业，等待企业在有效期内答复。",
  contracting: "企业已接受，请办理签约，放款后登记。",
  disbursed: "已登记放款，等待企业核对确认。",
  closed: "对接已完成。",
  refused: "贵机构没有批准，对接已结束。",
  declined_by_ent: "企业没有选择贵机构的报价。",
  declined_offer: "企业没有接受贵机构给出的条件。",
  withdrawn: "对接已撤回。",
  lost: "需求已由其他机构满足，对接自动结束。",
  invited: "平台优先派给贵机构，请在时限内接单报价，或说明不接单。",
  passed: "贵机构没有接单。需求公开期间仍可报价。",
  expired_ent: "企业没有在时限内选择，报价已失效。",
  expired_inst: "贵机构没有在时限内受理，申请已结束。",
  expired_offer: "企业没有在有效期内接受，授信已失效。",
  voided: "逾期未办理，对接已作废，名额已退回。",
};

/** An investment is no loan: there is no credit, and what is paid arrives. */
const EQUITY_STEP: Partial<Texts<Schema<"OrderState">>> = {
  contracting: "企业已接受，请办理签约，投资款到账后登记。",
  disbursed: "已登记投资款到账，等待企业核对确认。",
  expired_offer: "企业没有在有效期内接受，投资条款已失效。",
};

type Order = Schema<"InstitutionOrderView">;

export function nextStep(order: Order): string {
  if (decidesJointly(order)) return "请到联合授信中审批本机构份额；不批准时说明原因。";
  if (order.corrected) return "记录已更正，等待企业撤回异议，或平台办结。";
  if (order.disputed) return "企业对登记的放款有异议，请核对并更正记录，或与企业沟通。";
  if (order.awaiting_since) return "等待企业补充材料，期间不计入贵机构的办理时限。";
  return (order.kind === "equity" && EQUITY_STEP[order.state]) || NEXT_STEP[order.state];
}

/** What the officer reads first for the next step; the first part of the page where nothing is said. */
export function startPart({ state, materials, awaiting_since }: Order): string | undefined {
  if (state === "invited" || state === "passed" || state === "applied") return "demand";
  if (state === "grabbed" || state === "offered" || state === "contracting") return "terms";
  const newest = materials[0];
  // What was asked for comes to be read, or is still awaited.
  if (state === "due_diligence" && newest && (awaiting_since || newest.answered_at)) return "materials";
  return undefined;
}
