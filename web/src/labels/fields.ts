/** Field names of the API in words, by schema, for defects, missing profile fields and server field errors without a control. */
import type { components } from "@/api/schema.gen";
import type { Schema } from "@/api/types";

type Words = { [K in keyof components["schemas"]]?: { [F in keyof Schema<K>]?: string } };

const FIELDS = {
  RegistrationIn: {
    name: "单位名称",
    uscc: "统一社会信用代码",
    institution_type: "机构类型",
    legal_person: "法定代表人",
    address: "注册地址",
    licence: "营业执照",
    permit_no: "金融许可证编号",
    permit: "金融许可证",
    contact_name: "联系人",
    mobile: "手机号码",
    mobile_code: "短信验证码",
    email: "电子邮箱",
    login: "登录名",
    password: "密码",
    agreement_version: "服务协议",
  },
  ProfileIn: {
    legal_person_consent: "法定代表人的单独同意",
    org_type: "企业类型",
    legal_person: "法定代表人",
    legal_person_id: "法定代表人身份证号",
    reg_capital: "注册资本",
    paid_capital: "实缴资本",
    founded_on: "成立日期",
    district: "所在区县",
    park: "所在园区",
    address: "经营地址",
    industry_section: "行业门类",
    industry_division: "行业大类",
    main_business: "主营业务",
    staff: "从业人数",
    rd_staff: "研发人数",
    revenue: "上年营业收入",
    tax_grade: "纳税信用等级",
    titles: "资质荣誉",
    first_loan: "首贷户",
    tags: "标签",
    brands: "品牌和产品名称",
    attachments: "附件材料",
    former_names: "曾用名",
    reg_authority: "登记机关",
    industry_class: "行业小类",
    size_override: "企业规模",
    size_reason: "规模调整理由",
    insured_count: "参保人数",
    ip: "知识产权",
    existing_loans: "存量贷款",
    guarantees_given: "对外担保余额",
    overdue: "逾期贷款",
    innovation: "创新投入与成果",
    listing_intent: "上市意向",
    listing_stage: "上市阶段",
    risks: "风险事项",
    finance: "近三年财务",
  },
  CardIn: {
    introduction: "单位介绍",
    service_phone: "服务电话",
    website: "网址",
    licence_no: "业务许可证编号",
    service_scope: "服务范围",
    address: "地址",
  },
  DemandIn: {
    amount: "融资金额",
    term_months: "融资期限",
    need_by: "期望到账日期",
    use_kind: "资金用途",
    use_text: "用途说明",
    guarantees: "可提供的担保方式",
    collateral: "抵质押物说明",
    rate_max: "可接受最高年利率",
    repayments: "还款方式",
    repayment_source: "还款来源",
    accept_partial: "接受部分满足",
    round: "融资轮次",
    valuation: "投前估值",
    share_bp: "出让比例",
    highlights: "项目亮点",
    team: "核心团队",
    kind: "融资类型",
  },
  ProductContent: {
    fees: "费用",
    summary: "一句话介绍",
    description: "详细介绍",
    product_type: "产品类型",
    channel: "贷款渠道",
    equity_type: "基金类型",
    fund_name: "基金名称",
    manager: "管理人",
    filing_no: "备案号",
    stages: "投资阶段",
    amount_min: "最低额度",
    amount_max: "最高额度",
    term_min: "最短期限",
    term_max: "最长期限",
    rate_min: "最低年利率",
    rate_type: "利率方式",
    lpr_spread: "LPR 加减点",
    uses: "资金用途",
    share_min: "最低持股比例",
    share_max: "最高持股比例",
    lead_role: "领投或跟投",
    exit_preference: "退出偏好",
    portfolio: "投资案例",
    industries_in: "适用行业",
    industries_out: "不支持的行业",
    regions: "适用区域",
    age_min_months: "成立时间要求",
    revenue_min: "营业收入要求",
    tax_min: "纳税额要求",
    tax_grade_min: "纳税信用等级要求",
    score_min: "创新能力评分要求",
    titles_any: "资质要求",
    negative_list: "不予受理的情形",
    materials: "申请材料",
    steps: "办理流程",
    decision_wd: "审批时限",
    disburse_wd: "放款时限",
    decision_weeks: "决策周期",
    quota: "产品总额度",
    valid_from: "开始日期",
    valid_to: "结束日期",
    contact_phone: "咨询电话",
    sheet: "测算规则",
    name: "产品名称",
    contact_name: "咨询联系人",
  },
  Offer: {
    rate: "年利率",
    note: "备注",
  },
  EquityOffer: {
    pre_money: "投前估值",
  },
  CreditRefusalIn: {
    code: "原因分类",
    text: "说明",
  },
  Contact: {
    method: "联系方式",
  },
  Decision: {
    repayment: "还款方式",
    guarantee: "担保方式",
    conditions: "授信条件",
    valid_until: "有效期至",
  },
  Disbursement: {
    paid_on: "放款日期",
    voucher_no: "借据或凭证号",
    guarantor: "担保方",
  },
  TrancheIn: {
    last: "最后一笔",
  },
  MaterialRequestIn: {
    items: "材料清单",
  },
  RatingIn: {
    marks: "评分",
  },
  JointIn: {
    total: "联合授信总额",
    share: "份额",
    guaranteed: "担保金额",
    institutions: "邀请的机构",
  },
  CommitIn: {
    fee: "担保费",
  },
  SignatureIn: {
    authorization_version: "授权书",
    scopes: "授权范围",
  },
  RenewIn: {
    days: "有效期",
  },
  ComplaintIn: {
    order_id: "对接单",
    figure: "有异议的数据",
    claimed: "正确的数据",
    objection_to: "异议对象",
    title: "标题",
    kind: "类别",
    text: "具体内容",
  },
  AnswerIn: {
    finding: "核查结论",
  },
  RectificationIn: {
    done_on: "完成日期",
  },
  AssignIn: {
    handler_id: "经办人",
  },
  DemandApproveIn: {
    public_text: "对外展示文字",
  },
  ReasonIn: {
    reason: "理由",
  },
  ScoreTableIn: {
    effective_on: "生效日期",
    source: "来源",
    table: "权重",
  },
  SynonymsIn: {
    body: "同义词",
  },
  LikenessIn: {
    first: "资金用途说明",
    second: "产品介绍",
  },
  SheetTrialIn: {
    values: "试算数据",
  },
  MarketDemand: {
    score_grade: "创新能力等级",
    years_band: "成立年限区间",
    staff_band: "从业人数区间",
    revenue_band: "营业收入区间",
    place: "所在园区或区县",
  },
  OpenedEnterprise: {
    origins: "各项数据的来源",
    score: "创新能力评分",
    industry_class_name: "行业小类名称",
    mobile_masked: "联系人手机号码",
    size: "企业规模",
  },
  HandOverIn: {
    officer_id: "新的经办人",
    note: "交接说明",
  },
  PolicyContent: {
    title: "事项名称",
    document_no: "文号",
    document_link: "文件网址",
    level: "政策级别",
    class: "事项类别",
    mode: "办理方式",
    object: "惠及对象",
    benefit: "扶持内容",
    condition: "申报条件",
    standard: "兑现标准",
    budget: "预算总额",
    opens_on: "开始日期",
    closes_on: "截止日期",
    later_windows: "后续批次",
    form: "申报表单",
    publicity_days: "公示期",
    conflicts: "不重复享受的事项",
    materials: "需要准备的材料",
    steps: "办理环节",
    contacts: "咨询方式",
    attachments: "附件",
    faq: "常见问题",
  },
  PolicyWindow: { opens_on: "开始日期", closes_on: "截止日期" },
  PolicyContact: { name: "联系人或科室", phone: "联系电话", place: "办公地点" },
  PolicyMaterial: { name: "材料名称" },
  PolicyStage: { name: "环节名称", days: "工作日" },
  PolicyQuestion: { question: "问题", answer: "回答" },
  ForecastContent: {
    title: "事项名称",
    level: "政策级别",
    class: "事项类别",
    object: "惠及对象",
    opens_month: "预计开始",
    closes_month: "预计截止",
    summary: "预告内容",
    basis: "依据",
    contact: "咨询方式",
  },
  AdjustmentIn: {
    basis: "新文件的文号",
    link: "原文网址",
    change: "调整的内容",
    policies: "涉及的政策事项",
    effective_on: "生效日期",
  },
} as const satisfies Words;

/** Of what the parts of a field are, which have words of their own. */
const WITHIN: { [F in string]?: FieldsOf } = {
  contact: "PolicyContact",
  contacts: "PolicyContact",
  later_windows: "PolicyWindow",
  materials: "PolicyMaterial",
  steps: "PolicyStage",
  faq: "PolicyQuestion",
};

/** What no schema has as a field. */
const OTHER: Record<string, string> = {
  product_name: "产品名称",
  licence: "营业执照",
  amount_band: "融资金额区间",
  term_band: "融资期限区间",
  count: "需求数量",
  other: "其他",
};

export type FieldsOf = keyof typeof FIELDS;

/** For who does not know the schema: a name that several have gets the words of the first. */
const ANY: Record<string, string> = Object.assign({}, OTHER, ...Object.values(FIELDS).reverse());

/**
 * `of`: the schema that the field belongs to, where that is known. A part within it is named by its own words (`contact.name`), in
 * a list with its place; where nobody knows the whole, its last part has to do.
 */
export function fieldText(field: string, of?: FieldsOf): string {
  const [name = field, ...rest] = field.split(/[.[\]]+/).filter((part) => part !== "");
  const known: Record<string, string> = of ? FIELDS[of] : {};
  const last = rest.filter((part) => !/^\d+$/.test(part)).pop();
  const words =
    known[name] ?? (last && ANY[name] === undefined ? ANY[last] : undefined) ?? ANY[name] ?? field;
  const within = of && WITHIN[name];
  const inner: Record<string, string> = within ? FIELDS[within] : {};
  if (!last || !inner[last]) return words;
  const row = rest.find((part) => /^\d+$/.test(part));
  if (!row) return inner[last];
  // The first window is that of the item itself.
  if (name === "later_windows") return `批次 ${Number(row) + 2} 的${inner[last]}`;
  return `${words}第 ${Number(row) + 1} 项的${inner[last]}`;
}
