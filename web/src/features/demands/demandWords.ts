/** What a demand's state means for the enterprise: what happens next, in one sentence. */
import type { DemandState } from "@/api/types";
import type { Texts } from "@/labels/label";

export const STATE_HINT: Texts<DemandState> = {
  draft: "还没有提交。填写完整后提交平台审核，审核通过后才会向机构公开。",
  reviewing: "平台正在审核，一般在 1 个工作日内完成，结果会通过消息通知您。",
  returned: "平台退回了这项需求，请按下列意见补正后重新提交。",
  refused: "平台没有通过这项需求的审核，原因见下。您可以发布新的需求。",
  open: "已向认证机构公开（不显示企业名称），正在等待机构报价。",
  negotiating: "已有机构报价或正在对接，请查看报价并及时答复。",
  agreed: "您已接受授信，请与机构办理签约和放款。",
  fulfilled: "资金已经到账，这项需求已完成。",
  partially_fulfilled: "部分资金已经到账，这项需求已结束。",
  closed_unmatched:
    "这次产品申请没有成功。您可以修改后提交审核，转为公开需求，由其他认证机构报价；也可以撤回。",
  withdrawn: "这项需求已撤回，不再向机构公开。",
};
