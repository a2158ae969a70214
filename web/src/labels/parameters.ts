/** What each parameter of the operator means, in words. */
import type { Schema } from "@/api/types";

export const PARAMETER: Record<Schema<"Parameter">, { text: string; help: string; unit: string }> = {
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
  storage_megabytes: {
    text: "每个单位的附件总空间",
    help: "一个单位保存的全部附件合计不能超过此数；空间用完后不能再上传，已有的附件不受影响。",
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
  dispatch_days: {
    text: "派单每轮时限",
    help: "机构在此时限内接单或不接单，逾期视为不接单。",
    unit: "个工作日",
  },
  dispatch_institutions: {
    text: "每轮派单的机构数",
    help: "需求审核通过后先推送给最匹配的机构；填 0 则直接向全部认证机构公开。",
    unit: "家",
  },
  dispatch_rounds: {
    text: "派单轮数",
    help: "各轮都没有机构接单时，需求转为公开抢单。",
    unit: "轮",
  },
  pause_days: {
    text: "补充材料累计暂停的上限",
    help: "等待企业补充材料期间机构时限暂停，累计不超过此数。",
    unit: "个工作日",
  },
  stop_days: {
    text: "逾期作废",
    help: "机构超过审批时限此数仍未决定的，对接作废，企业可重新匹配。",
    unit: "个工作日",
  },
  unanswered_days: {
    text: "无人报价转人工推介",
    help: "公开后在此时限内没有机构报价的需求，列入人工推介名单。",
    unit: "个工作日",
  },
  market_days: {
    text: "需求公开期",
    help: "公开期满仍没有机构报价的需求自动关闭，并给出改进建议。",
    unit: "个工作日",
  },
  correction_days: {
    text: "需求补正时限",
    help: "退回的需求在此时限内未重新提交的，自动关闭。",
    unit: "个工作日",
  },
  draft_days: {
    text: "草稿保存期",
    help: "此期间没有修改的需求草稿自动删除。",
    unit: "天",
  },
  second_answer_days: {
    text: "二次授信的确认时限",
    help: "对方从收到申请之时起，在此时限内确认或不同意；逾期申请失效。",
    unit: "个工作日",
  },
  second_decision_days: {
    text: "二次授信的审批时限",
    help: "从双方同意之时起计算，展期的审批也按此计算。",
    unit: "个工作日",
  },
  joint_lead_percent: {
    text: "联合授信牵头机构的最低份额",
    help: "占联合授信总额的比例；改动只影响之后发起的联合授信。",
    unit: "%",
  },
  joint_lenders: {
    text: "联合授信的最少出资机构数",
    help: "含牵头机构，不含担保机构。",
    unit: "家",
  },
  joint_invite_days: {
    text: "联合授信的邀请期",
    help: "从企业同意邀请之时起计算；延长一次和重新认购也按此计算。",
    unit: "个工作日",
  },
  joint_answer_days: {
    text: "联合授信中企业与牵头机构的答复时限",
    help: "用于同意邀请、认购不足的处理、缩减总额和向成员开放信息。",
    unit: "个工作日",
  },
  joint_review_days: {
    text: "联合授信成员的审批时限",
    help: "从企业向成员开放信息之时起计算，逾期份额重新认购。",
    unit: "个工作日",
  },
  joint_offer_days: {
    text: "联合授信方案的有效期",
    help: "从全部成员同意之时起计算，企业在此期间答复。",
    unit: "个工作日",
  },
};
