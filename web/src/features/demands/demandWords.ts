/** What a demand's state means for the enterprise: what happens next, in one sentence. */
import type { Schema } from "@/api/types";
import type { Texts } from "@/labels/label";

export const STATE_HINT: Texts<Schema<"DemandState">> = {
  draft: "还没有提交。填写完整后提交平台审核，审核通过后才会向机构公开。",
  reviewing: "平台正在审核，一般在 {review_days} 个工作日内完成，结果会通过消息通知您。",
  returned: "平台退回了这项需求，请按下列意见补正后重新提交。",
  refused: "平台没有通过这项需求的审核，原因见下。您可以发布新的需求。",
  dispatched:
    "平台正在把需求推送给最匹配的机构（不显示企业名称），每轮 {dispatch_days} 个工作日，之后向全部认证机构公开。",
  open: "已向认证机构公开（不显示企业名称），正在等待机构报价。",
  negotiating: "已有机构报价或正在对接，请查看报价并及时答复。",
  agreed: "您已接受授信，请与机构办理签约和放款。",
  fulfilled: "资金已经到账，这项需求已完成。",
  partially_fulfilled: "部分资金已经到账，这项需求已结束。",
  closed_unmatched:
    "这次没有成功：产品申请未获批准，或公开期内没有机构报价。您可以参考下面的建议修改后重新提交，也可以复制为新的需求。",
  closed_expired: "没有在补正时限内重新提交，需求已关闭。您可以复制为新的需求。",
  withdrawn: "这项需求已撤回，不再向机构公开。",
};
