/** What an order's state means for the institution: who has to do what next, in one sentence. */
import type { OrderState } from "@/api/types";
import type { Texts } from "@/labels/label";

export const NEXT_STEP: Texts<OrderState> = {
  grabbed: "报价已发给企业，企业确认后会开放企业资料。",
  contacting: "企业已确认对接，请尽快联系企业并登记首次联系。",
  due_diligence: "请完成尽职调查，材料齐备后进入授信审批。",
  credit_review: "请批准授信，或说明不予批准的原因。",
  offered: "授信决定已发给企业，等待企业在有效期内答复。",
  contracting: "企业已接受授信，请办理签约，放款后登记。",
  disbursed: "已登记放款，等待企业核对确认。",
  closed: "对接已完成。",
  refused: "贵机构没有批准，对接已结束。",
  declined_by_ent: "企业没有选择贵机构的报价。",
  declined_offer: "企业没有接受这份授信。",
  withdrawn: "对接已撤回。",
  lost: "需求已由其他机构满足，对接自动结束。",
};
