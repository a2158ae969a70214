/** 常用意见 of what is sent back for correction, by what is reviewed: only the dialog that sends it back reads them. */
import type { Schema } from "@/api/types";

/** What is to be corrected, with the field. */
export const DEFECTS: Partial<Record<Schema<"ReviewKind">, readonly Schema<"Defect">[]>> = {
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
