/** What an order's state means for the enterprise: what happens next, in one sentence. */
import type { Schema } from "@/api/types";
import type { Texts } from "@/labels/label";
import { moneyText } from "@/lib/money";

const NEXT: Texts<Schema<"OrderState">> = {
  applied: "申请已提交，机构会在 {take_on_days} 个工作日内受理或说明原因。",
  grabbed: "机构已报价，还不知道贵企业名称。请确认对接或回复不选择。",
  contacting: "您已确认对接，机构会尽快与您联系。",
  due_diligence: "机构正在了解企业情况、收集材料。",
  credit_review: "机构正在审批。",
  offered: "机构已批准，请在有效期内答复。",
  contracting: "您已接受机构给出的条件，请与机构办理签约。",
  disbursed: "机构已登记放款，请核对数据并确认。",
  closed: "对接已完成。",
  refused: "机构没有批准，原因见下。需求仍可与其他机构对接。",
  declined_by_ent: "您没有选择该机构。",
  declined_offer: "您没有接受机构给出的条件。",
  withdrawn: "对接已撤回。",
  lost: "需求已由其他机构满足，对接自动结束。",
  invited: "平台已推送给该机构，等待接单。",
  passed: "该机构没有接单。",
  expired_ent: "您没有在时限内选择，报价已失效。",
  expired_inst: "机构没有在时限内受理，申请已结束。",
  expired_offer: "您没有在有效期内接受，授信已失效。",
  voided: "机构长时间没有办理，对接已作废，名额已退回。",
};

/** An investment is no loan: there is no credit, and what is paid arrives. */
const EQUITY_NEXT: Partial<Texts<Schema<"OrderState">>> = {
  disbursed: "机构已登记投资款到账，请核对数据并确认。",
  expired_offer: "您没有在有效期内接受，投资条款已失效。",
};

/** What waits for the enterprise before its institution goes on. */
export function orderNext(order: Schema<"EnterpriseOrderView">): string {
  if (order.corrected) return "机构已更正放款记录，请核对；没有问题的，请撤回异议后确认。";
  if (order.disputed) return "您对登记的放款有异议，等待机构核对并更正记录。";
  if (order.awaiting_since) return "机构请您补充材料，补充之前暂停办理。";
  return (order.kind === "equity" && EQUITY_NEXT[order.state]) || NEXT[order.state];
}

/** Of a finished order under which the institution has paid out a further part. */
export const drawNext = ({ amount }: Schema<"DrawView">): string =>
  `机构登记了一笔提款 ${moneyText(amount)}，请核对后确认；在时限内没有答复的，视为确认。`;
