/** 常用意见 of the operator's reviews, by what is reviewed: to be put into a field with one press, and changed there. */
import type { Schema } from "@/api/types";

type Kind = Schema<"ReviewKind">;

/** Why something is not approved. Each is long enough to be sent as it stands. */
export const REFUSALS: Record<Kind, readonly string[]> = {
  organization: [
    "经核实，该单位已在平台注册，请使用原账号登录，不再重复注册。",
    "单位名称与统一社会信用代码登记的名称不一致，且未能说明原因。",
    "该单位不属于本平台的服务对象。",
    "电话核实时，对方表示没有申请注册。",
  ],
  certification: [
    "许可证已过有效期，请上传在有效期内的许可证后重新申请。",
    "上传的证照不清晰或不完整，请重新上传后申请。",
    "名片内容与许可证记载不一致，请修改后重新申请。",
    "服务范围超出许可证载明的业务范围，请修改后重新申请。",
  ],
  product: [
    "产品不属于本平台服务的范围，请核对后再提交。",
    "利率、费用等收费内容不符合监管规定，不能上架。",
    "产品与贵机构已上架的产品重复，请修改原产品。",
    "该业务超出贵机构许可的经营范围，不能上架。",
  ],
  demand: [
    "资金用途不符合国家产业政策或信贷政策，平台不能发布。",
    "所述用途与企业主营业务明显不符，且未能说明理由。",
    "同一项需求已经发布，请勿重复提交。",
    "提交的材料经核实不属实，平台不能发布。",
  ],
  rating_appeal: [
    "经核对对接记录，评价内容与办理过程相符，评价保留。",
    "申诉未提供能够证明评价不实的依据，评价保留。",
    "评价属于对方的主观感受，未违反评价规则，评价保留。",
  ],
  second_credit: [
    "上一笔贷款的互评未完成，且未能说明原因。",
    "上一笔贷款履约情况不佳，暂不支持二次授信。",
    "经与双方核实，目前不具备二次授信的条件。",
  ],
};

/** What a ruling says in favour of an appeal: only this approval needs words. */
export const UPHELD: readonly string[] = [
  "经核对对接记录，评价所述情况与事实不符，评价不再计入。",
  "评价内容与本次对接无关，不再计入。",
  "评价含有不当言辞，不再计入。",
];
