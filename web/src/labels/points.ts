/** Words for points, their rules, and grades. */
import type { Schema } from "@/api/types";
import { joinTexts, type Labels, type Texts } from "./label";
import { REFUSAL_CODE } from "./refusals";

export const POINT_SIDE: Texts<Schema<"PointSide">> = {
  enterprise: "企业",
  institution: "金融机构",
  agency: "中介机构",
};

export const POINT_EVENT: Texts<Schema<"PointEvent">> = {
  registered: "注册审核通过",
  daily_login: "每天第一次登录",
  profile_complete: "企业档案完整度达到 100%",
  demand_approved: "融资需求审核通过",
  product_approved: "金融产品首次审核通过",
  rated_well: "收到正面评价（4–5 分）",
  rated_badly: "收到负面评价（1–2 分）",
  grabbed: "抢单或接单报价",
  quick_contact: "确认对接后及时联系企业",
  quick_offer: "确认对接后及时授信",
  disbursed: "放款或投资款到账",
  first_loan: "为企业发放首笔贷款",
  joint_lead: "牵头联合授信并完成",
  policy_accepted: "政策申请获受理",
  policy_paid: "政策资金到账",
  credit_refused: "授信未通过",
  late_take_on: "逾期未受理产品申请",
  late_contact: "逾期未联系企业",
  no_contact: "逾期仍未联系企业",
  late_decision: "逾期未作出授信决定（每个工作日）",
  refused_without_reason: "无正当理由拒绝（平台认定）",
  false_material: "提供虚假材料（平台认定）",
  out_of_contact: "无法联系（平台认定）",
};

export const ENTRY_KIND: Labels<Schema<"EntryKind">> = {
  gain: { text: "加分", tone: "ok" },
  loss: { text: "减分", tone: "warn" },
  correction: { text: "冲正", tone: "purple" },
};

export const RULE_STANDING: Labels<Schema<"RuleStanding">> = {
  current: { text: "生效中", tone: "ok" },
  upcoming: { text: "未生效", tone: "info" },
  past: { text: "已失效", tone: "neutral" },
};

export const CAP_PERIOD: Texts<Schema<"CapPeriod">> = {
  day: "每天",
  month: "每月",
  quarter: "每季度",
  subject: "每张对接单",
  ever: "累计",
};

export const CAP_UNIT: Texts<Schema<"Cap">["unit"]> = { points: "分", times: "次" };

export const MEASURE: Texts<Schema<"Measure">> = { hours: "个工作小时", days: "个工作日" };

export const GRADE: Labels<Schema<"Grade">> = {
  a: { text: "A 级", tone: "ok" },
  b: { text: "B 级", tone: "info" },
  c: { text: "C 级", tone: "neutral" },
  d: { text: "D 级", tone: "warn" },
  e: { text: "E 级", tone: "err" },
};

/** What each input of a grade is, and how its value from 0 to 100 comes about. */
export const GRADE_PART: Record<Schema<"GradePart">, { text: string; help: string }> = {
  points: { text: "信用积分排名", help: "信用积分超过同类单位的比例，并列者各计一半。" },
  limits: { text: "时限达标", help: "在时限内办理的事项占全部有时限事项的比例。" },
  conversion: { text: "放款转化", help: "已确认的对接单中，最终放款或到账的比例。" },
  ratings: { text: "对方评价", help: "对方整体评价的平均分，1 分计 0，5 分计 100。" },
  conduct: {
    text: "诚信记录",
    help: "近一年内，每次虚假材料扣 40，每次无法联系扣 15；有虚假材料认定的，一年内最高 D 级。",
  },
  score: { text: "创新能力评分", help: "企业的创新能力评分；资料不足、尚不能计算的不计入。" },
};

/** Why a grade is not better, whatever the mean. */
export const GRADE_LIMIT: Texts<Schema<"GradeLimit">> = {
  short_history: "在平台满 90 天后才能评为 C 级以上。",
  false_material: "近一年内有提供虚假材料的认定，最高评为 D 级。",
};

/** The figures of an institution, as its scorecard and the government's table show them. */
export const ASSESSMENT_FIGURE: Record<keyof Schema<"ServiceFigures">, { text: string; help: string }> = {
  points: { text: "季度信用积分", help: "本季度内加分与减分合计，冲正按冲正之日计入。" },
  answered: {
    text: "响应率",
    help: "应答复的派单、应受理的申请和应联系的企业中，已经办理的比例，逾期办理的也计入。",
  },
  contacts: { text: "按时联系率", help: "企业确认对接后，在时限内完成首次联系的比例。" },
  decisions: {
    text: "按时决定率",
    help: "企业确认对接后，在时限内作出授信决定的比例；等待企业补充材料的时间不计。",
  },
  limits: { text: "时限达标率", help: "接单、受理、联系、决定、放款各项时限中，按时办理的比例。" },
  overdue: { text: "逾期次数", help: "上述各项时限中逾期的次数。" },
  decision_tenths: {
    text: "决定用时中位数",
    help: "从企业确认对接到作出决定的工作日数，不含等待材料的时间，不含联合授信。",
  },
  reasons: { text: "说明原因率", help: "由机构结束的对接中，写明原因的比例；逾期自动结束的视为未说明。" },
  terms: {
    text: "按约放款率",
    help: "放款金额、利率、期限等与授信决定一致的比例。",
  },
  satisfied: { text: "回访满意率", help: "放款后平台抽样电话回访，企业总体满意的比例。" },
  conversion: { text: "放款转化率", help: "本季度结束的已确认对接单中，放款或投资款到账的比例。" },
  rating: { text: "企业评价", help: "本季度公开的整体评价平均分，申诉成立的不计。" },
};

/** `+5`, `-10`, `0`. */
export const pointsText = (points: number): string => (points > 0 ? `+${points}` : String(points));

const capText = ({ period, unit, most }: Schema<"Cap">): string =>
  `${CAP_PERIOD[period]}最多 ${most} ${CAP_UNIT[unit]}`;

/** Everything that a rule asks for beside its points; — for nothing. */
export function conditionsText(event: Schema<"PointEvent">, terms: Schema<"RuleTerms">): string {
  const within =
    terms.within === null || terms.within === undefined
      ? []
      : [`${terms.within} ${MEASURE[event === "quick_contact" ? "hours" : "days"]}内`];
  const codes = terms.refusal_codes ?? [];
  const reasons = codes.length === 0 ? [] : [`仅限：${joinTexts(REFUSAL_CODE, codes)}`];
  const all = [...within, ...reasons, ...(terms.caps ?? []).map(capText)];
  return all.length === 0 ? "—" : all.join("；");
}

/** `89%（8/9）`; — where there was nothing to count. */
export function shareText({ part, whole }: { part: number; whole: number }): string {
  return whole === 0 ? "—" : `${Math.round((part * 100) / whole)}%（${part}/${whole}）`;
}

/** `2026Q4` → `2026 年第 4 季度`. */
export const quarterText = (quarter: string): string => quarter.replace(/^(\d{4})Q(\d)$/, "$1 年第 $2 季度");
