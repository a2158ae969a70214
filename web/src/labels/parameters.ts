/** What each parameter of the operator means, in words. */
import type { Parameter } from "@/api/types";

export const PARAMETER: Record<Parameter, { text: string; help: string; unit: string }> = {
  live_orders: {
    text: "同一需求最多同时对接的机构数",
    help: "名额满后其他机构不能再抢单，有机构退出时名额重新开放。",
    unit: "家",
  },
  profile_percent: {
    text: "提交需求所需的企业档案完整度",
    help: "低于此完整度的企业须先完善档案。",
    unit: "%",
  },
  consent_days: {
    text: "企业数据授权的默认有效期",
    help: "从企业确认对接之日起计算，到期后机构不能再查看企业资料。",
    unit: "天",
  },
  consent_tail_days: {
    text: "对接结束后数据授权最多保留的天数",
    help: "对接结束后，授权在此天数之后到期；原来到期更早的，按原来的日期到期。",
    unit: "天",
  },
  upload_megabytes: {
    text: "单个附件的大小上限",
    help: "超过上限的文件在上传时被拒绝，已上传的不受影响。",
    unit: "MB",
  },
  decision_days: {
    text: "产品审批时限的上限",
    help: "机构为产品承诺的审批时限不能超过此数，从企业确认对接之日起计算。",
    unit: "个工作日",
  },
  disburse_days: {
    text: "产品放款时限的上限",
    help: "机构为产品承诺的放款时限不能超过此数，从企业接受授信之日起计算。",
    unit: "个工作日",
  },
  review_days: {
    text: "平台审核时限",
    help: "从提交之时起计算，超过时限的在审核工作台标出。",
    unit: "个工作日",
  },
  take_on_days: {
    text: "机构受理产品申请的时限",
    help: "从企业提交申请之时起计算。",
    unit: "个工作日",
  },
  choose_days: {
    text: "企业答复报价的时限",
    help: "从机构报价之时起计算。",
    unit: "个工作日",
  },
  contact_days: {
    text: "机构首次联系企业的时限",
    help: "从企业确认对接之时起计算。",
    unit: "个工作日",
  },
  material_days: {
    text: "企业补充材料的时限",
    help: "从机构提出要求之时起计算，期间机构的审批时限暂停。",
    unit: "个工作日",
  },
  confirm_payment_days: {
    text: "企业核对放款的时限",
    help: "从机构登记放款之时起计算。",
    unit: "个工作日",
  },
  complaint_assign_days: {
    text: "投诉与异议的受理时限",
    help: "从提出之时起计算，应在此时限内指定经办人。",
    unit: "个工作日",
  },
  complaint_answer_days: {
    text: "投诉的答复时限",
    help: "从指定经办人之时起计算；要求重新处理的重新计算。",
    unit: "个工作日",
  },
  complaint_confirm_days: {
    text: "提出方确认答复的时限",
    help: "从答复之时起计算，逾期视为确认。",
    unit: "个工作日",
  },
  objection_days: {
    text: "数据或评分异议的答复时限",
    help: "从提出之日起按自然日计算。",
    unit: "天",
  },
  institution_sub_accounts: {
    text: "每家金融机构的子账号数上限",
    help: "只计在用的子账号；调低后已有的照常使用，不能再新增。",
    unit: "个",
  },
  enterprise_sub_accounts: {
    text: "每家企业或中介机构的子账号数上限",
    help: "只计在用的子账号；调低后已有的照常使用，不能再新增。",
    unit: "个",
  },
};
