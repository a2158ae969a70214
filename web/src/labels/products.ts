/** Words for financial products, and a product told as facts: the same words on the shelf, in the centres and side by side. */
import type { Schema } from "@/api/types";
import { formatCount, formatShare, moneyText } from "@/lib/money";
import { GUARANTEE, REPAYMENT, STAGE, USE_KIND } from "./finance";
import { divisionText, SECTION } from "./industries";
import { joinTexts, type Labels, type Texts, textOf } from "./label";
import { LPR_TENOR, productFeeText } from "./loans";
import { TAX_GRADE, TITLE } from "./organizations";
import { amountRange, rangeText, rateRange, roundMoney, termRange } from "./productRanges";
import { RISK_KIND } from "./profile";

export const PRODUCT_TYPE: Texts<Schema<"ProductType">> = {
  working_capital: "流动资金贷款",
  fixed_assets: "固定资产贷款",
  commercial_property: "经营性物业贷款",
  ip_pledge: "知识产权质押贷款",
  tech_credit: "科技信用贷",
  tax_loan: "税贷",
  receivables: "订单与应收账款融资",
  supply_chain: "供应链融资",
  bills: "票据融资",
  bid_bond: "投标保证",
  leasing: "融资租赁",
  factoring: "商业保理",
  guarantee_service: "融资担保",
  micro_loan: "小额贷款",
};

export const CHANNEL: Texts<Schema<"Channel">> = {
  bank: "银行",
  micro_loan: "小额贷款公司",
  guarantor: "担保机构",
  leasing: "租赁公司",
  factoring: "保理公司",
  insurer: "保险公司",
  government_fund: "政府基金",
};

export const EQUITY_TYPE: Texts<Schema<"EquityType">> = {
  angel_fund: "天使投资",
  venture_capital: "创业投资",
  private_equity: "私募股权",
  industrial: "产业投资",
  government_guidance: "政府引导基金",
  merger: "并购基金",
  convertible: "可转债",
};

export const RATE_TYPE: Texts<Schema<"RateType">> = { fixed: "固定利率", lpr: "LPR 加减点" };

export const LEAD_ROLE: Texts<Schema<"LeadRole">> = { lead: "领投", follow: "跟投", both: "领投、跟投均可" };

/** In what the values of a rule sheet count. */
export const SHEET_UNIT: Texts<Schema<"SheetUnit">> = {
  wan: "万元",
  months: "个月",
  people: "人",
  pieces: "件",
  points: "分",
};

/** A value that a rule sheet used: `1,380.00 万元`, `24 个月`. */
export const sheetInputText = ({ unit, value }: Pick<Schema<"SheetInput">, "unit" | "value">) =>
  unit === "wan" ? moneyText(value) : `${formatCount(value)} ${SHEET_UNIT[unit]}`;

export const PRODUCT_STATE: Labels<Schema<"ProductState">> = {
  draft: { text: "未上架", tone: "neutral" },
  on_shelf: { text: "已上架", tone: "ok" },
  off_shelf: { text: "已下架", tone: "warn" },
  archived: { text: "已归档", tone: "neutral" },
};

export const VERSION_STATE: Labels<Schema<"VersionState">> = {
  draft: { text: "编辑中", tone: "neutral" },
  reviewing: { text: "待审核", tone: "info" },
  returned: { text: "退回补正", tone: "warn" },
  refused: { text: "审核未通过", tone: "err" },
  approved: { text: "审核通过", tone: "ok" },
};

/** An industry code in words: section, division or class. */
function industryText(code: string): string {
  const section = code.toLowerCase() as keyof typeof SECTION;
  if (SECTION[section]) return SECTION[section];
  return code.length === 4 ? `${divisionText(code.slice(0, 2))}（${code}）` : divisionText(code);
}

export type ProductFact = {
  group: "terms" | "conditions" | "process" | "fund";
  label: string;
  text: string;
  wide?: boolean;
};

const list = (items: readonly string[], none: string) => (items.length > 0 ? items.join("、") : none);

/** Everything that a product says, as label and text, in the order in which people ask for it. */
export function productFacts(of: Schema<"ProductContent">): ProductFact[] {
  return [
    ...(of.kind === "debt" ? debtFacts(of) : equityFacts(of)),
    ...conditionFacts(of),
    ...processFacts(of),
  ];
}

/** `加 45 个基点`. */
const pointsText = (points: number) => `${points < 0 ? "减" : "加"} ${Math.abs(points)} 个基点`;

function debtFacts(of: Schema<"ProductContent">): ProductFact[] {
  const group = "terms";
  const spread = of.lpr_spread ?? null;
  const lpr =
    spread === null || !of.lpr_tenor
      ? ""
      : `（${LPR_TENOR[of.lpr_tenor]}${rangeText(spread, of.lpr_spread_max, pointsText)}，随 LPR 变动）`;
  return [
    { group, label: "产品类型", text: textOf(PRODUCT_TYPE, of.product_type) },
    { group, label: "贷款渠道", text: textOf(CHANNEL, of.channel) },
    { group, label: "贷款额度", text: amountRange(of) },
    { group, label: "贷款期限", text: termRange(of) },
    { group, label: "年利率", text: `${rateRange(of)}${lpr}` },
    { group, label: "利率方式", text: textOf(RATE_TYPE, of.rate_type) },
    { group, label: "担保方式", text: joinTexts(GUARANTEE, of.guarantees) },
    { group, label: "还款方式", text: joinTexts(REPAYMENT, of.repayments) },
    { group, label: "资金用途", text: of.uses.length ? joinTexts(USE_KIND, of.uses) : "不限（须合法合规）" },
    { group, label: "其他费用", text: list(of.fees.map(productFeeText), "无"), wide: true },
  ];
}

function equityFacts(of: Schema<"ProductContent">): ProductFact[] {
  const group = "fund";
  return [
    { group, label: "基金类型", text: textOf(EQUITY_TYPE, of.equity_type) },
    { group, label: "基金名称", text: of.fund_name || "—" },
    { group, label: "管理人", text: of.manager || "—" },
    { group, label: "备案号", text: of.filing_no || "—" },
    { group, label: "投资阶段", text: joinTexts(STAGE, of.stages) },
    { group, label: "单笔金额", text: amountRange(of) },
    { group, label: "持股比例", text: rangeText(of.share_min, of.share_max, formatShare) },
    { group, label: "领投或跟投", text: textOf(LEAD_ROLE, of.lead_role) },
    { group, label: "退出偏好", text: of.exit_preference || "—", wide: true },
    { group, label: "投资案例", text: list(of.portfolio, "—"), wide: true },
  ];
}

function conditionFacts(of: Schema<"ProductContent">): ProductFact[] {
  const group = "conditions";
  const least = (fen: number | null) => (fen === null ? "不限" : `不低于 ${roundMoney(fen)}`);
  const debt: ProductFact[] = [
    { group, label: "年纳税额", text: least(of.tax_min) },
    {
      group,
      label: "纳税信用等级",
      text: of.tax_grade_min ? `${TAX_GRADE[of.tax_grade_min]}及以上` : "不限",
    },
    { group, label: "创新能力评分", text: of.score_min === null ? "不限" : `不低于 ${of.score_min} 分` },
  ];
  return [
    { group, label: "适用行业", text: list(of.industries_in.map(industryText), "不限"), wide: true },
    ...(of.industries_out.length
      ? [
          {
            group,
            label: "不支持的行业",
            text: list(of.industries_out.map(industryText), "无"),
            wide: true,
          } as const,
        ]
      : []),
    { group, label: "适用区域", text: list(of.regions, "不限") },
    { group, label: "成立时间", text: of.age_min_months ? `满 ${of.age_min_months} 个月` : "不限" },
    { group, label: "年营业收入", text: least(of.revenue_min) },
    ...(of.kind === "debt" ? debt : []),
    {
      group,
      label: "资质要求",
      text: of.titles_any.length ? `具备其一：${joinTexts(TITLE, of.titles_any)}` : "不限",
    },
    {
      group,
      label: "不予受理的情形",
      text: of.negative_list.length ? `未修复的${joinTexts(RISK_KIND, of.negative_list)}` : "—",
    },
  ];
}

function processFacts(of: Schema<"ProductContent">): ProductFact[] {
  const group = "process";
  const days = (value: number | null) => (value === null ? "—" : `${value} 个工作日以内`);
  const debt: ProductFact[] = [
    { group, label: "审批时限", text: days(of.decision_wd) },
    { group, label: "放款时限", text: days(of.disburse_wd) },
    {
      group,
      label: "政策支持",
      text: list(
        [
          ...(of.risk_pool ? [`风险补偿资金池${of.risk_pool_name ? `（${of.risk_pool_name}）` : ""}`] : []),
          ...(of.subsidised ? ["贴息"] : []),
        ],
        "—",
      ),
    },
  ];
  const weeks = of.decision_weeks === null ? "—" : `${of.decision_weeks} 周以内`;
  return [
    ...(of.kind === "debt" ? debt : [{ group, label: "决策周期", text: weeks } as const]),
    { group, label: "总额度", text: of.quota === null ? "不限" : roundMoney(of.quota) },
    {
      group,
      label: "有效期",
      text:
        of.valid_from || of.valid_to
          ? [of.valid_from && `${of.valid_from} 起`, of.valid_to && `至 ${of.valid_to}`]
              .filter(Boolean)
              .join(" ")
          : "长期有效",
    },
    { group, label: "咨询", text: [of.contact_name, of.contact_phone].filter(Boolean).join(" ") || "—" },
  ];
}
