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

/** What is to be corrected, with the field. */
export const DEFECTS: Partial<Record<Kind, readonly Schema<"Defect">[]>> = {
  organization: [
    { field: "name", message: "单位名称与登记信息不一致，请按营业执照填写全称。" },
    { field: "uscc", message: "统一社会信用代码与登记信息不一致，请核对后重新填写。" },
    { field: "licence", message: "营业执照照片不清晰或不完整，请重新拍摄并上传。" },
    { field: "legal_person", message: "法定代表人与营业执照不一致，请核对后修改。" },
    { field: "address", message: "注册地址与营业执照上的住所不一致，请核对后修改。" },
    { field: "permit", message: "金融许可证与填写的编号不一致或已过期，请重新上传。" },
    { field: "mobile", message: "手机号码无法接通，请填写可以联系到经办人的号码。" },
    { field: "contact_name", message: "联系人姓名不完整，请填写经办人的真实姓名。" },
  ],
  product: [
    { field: "rate_min", message: "利率与介绍中的说法不一致，请核对后修改。" },
    { field: "fees", message: "请列明全部收费项目和标准；没有收费的请注明。" },
    { field: "materials", message: "申请材料不够具体，请逐项列出名称。" },
    { field: "description", message: "介绍中有夸大或承诺性的说法，请按实际情况修改。" },
    { field: "decision_wd", message: "审批时限与办理流程不一致，请核对后修改。" },
  ],
  demand: [
    { field: "use_text", message: "请写明资金的具体用途，例如采购的设备、支付的款项。" },
    { field: "use_text", message: "用途说明中有能识别企业的内容，请删去名称、品牌和人名。" },
    { field: "amount", message: "融资金额与用途说明不相符，请核对后修改。" },
    { field: "repayment_source", message: "请说明还款来源，例如对应的订单或回款。" },
    { field: "tags", message: "标签中有能识别企业的内容，请修改。" },
  ],
};
