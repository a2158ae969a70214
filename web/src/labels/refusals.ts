/** Why institutions refuse (domain 2.2). */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

export const REFUSAL_CODE: Texts<Schema<"RefusalCode">> = {
  r01: "成立或经营年限不足",
  r02: "企业征信存在逾期",
  r03: "主要负责人的信用情况未达到要求",
  r04: "涉诉或被执行",
  r05: "欠税或纳税信用等级不足",
  r06: "行政处罚尚未修复",
  r07: "负债率或多头授信过高",
  r08: "现金流或营业收入不足",
  r09: "行业政策限制",
  r10: "抵质押或担保不足",
  r11: "资金用途不合规",
  r12: "材料不全或不实",
  r13: "无法联系或不配合",
  r14: "额度、期限或利率未达成一致",
  r15: "本机构政策或地域限制",
};
