/** A demand, and whose it is, as institutions see it before the enterprise confirms: nothing that names the enterprise. */
import type { Schema } from "@/api/types";
import {
  FINANCING_KIND,
  GUARANTEE,
  REPAYMENT,
  REVENUE_BAND,
  STAFF_BAND,
  STAGE,
  USE_KIND,
  YEARS_BAND,
} from "@/labels/finance";
import { divisionText, SECTION } from "@/labels/industries";
import { joinTexts, textOf } from "@/labels/label";
import { TITLE } from "@/labels/organizations";
import { SCORE_GRADE } from "@/labels/score";
import { Card } from "@/ui/Card";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { Count, DateText, Money, Places, Rate, Share } from "@/ui/Values";

const debt = (demand: Schema<"MarketDemand">): DescriptionItem[] => [
  { label: "融资期限", value: <Count value={demand.term_months} unit="个月" /> },
  { label: "最高年利率", value: <Rate rate={demand.rate_max} /> },
  { label: "首贷", value: demand.first_loan ? "是" : "否" },
  { label: "担保方式", value: joinTexts(GUARANTEE, demand.guarantees) },
  { label: "还款方式", value: joinTexts(REPAYMENT, demand.repayments) },
];

const equity = (demand: Schema<"MarketDemand">): DescriptionItem[] => [
  { label: "融资轮次", value: textOf(STAGE, demand.round) },
  { label: "投前估值", value: <Money fen={demand.valuation} /> },
  { label: "出让比例", value: <Share bp={demand.share_bp} /> },
];

type Props = { demand: Schema<"MarketDemand"> };

export function MaskedDemand({ demand, market }: Props & { market?: boolean }) {
  return (
    <Card title="融资需求">
      <Descriptions
        items={[
          { label: "融资金额", value: <Money fen={demand.amount} /> },
          { label: "融资类型", value: FINANCING_KIND[demand.kind].text },
          { label: "资金用途", value: textOf(USE_KIND, demand.use_kind) },
          { label: "期望到账", value: <DateText value={demand.need_by} /> },
          ...(demand.kind === "equity" ? equity(demand) : debt(demand)),
          {
            label: "资金提供方",
            value: demand.accept_partial ? "可由多家机构共同提供" : "希望由一家机构提供",
          },
          ...(market ? [{ label: "剩余名额", value: <Places left={demand.places_left} /> }] : []),
          { label: "发布日期", value: <DateText value={demand.published_at} /> },
          { label: "用途说明", value: demand.public_text, wide: true },
        ]}
      />
    </Card>
  );
}

/** `named`: the page says whose demand it is. */
export function MaskedProfile({ demand, named }: Props & { named?: boolean }) {
  return (
    <Card title={named ? "企业概况" : "企业概况（未显示企业名称）"}>
      <Descriptions
        items={[
          { label: "行业门类", value: textOf(SECTION, demand.industry_section) },
          {
            label: "行业大类",
            value: demand.industry_division ? divisionText(demand.industry_division) : "未显示",
          },
          { label: "所在区域", value: demand.place },
          { label: "成立年限", value: textOf(YEARS_BAND, demand.years_band) },
          { label: "从业人数", value: textOf(STAFF_BAND, demand.staff_band) },
          { label: "年营业收入", value: textOf(REVENUE_BAND, demand.revenue_band) },
          {
            label: "创新能力等级",
            value: demand.score_grade ? SCORE_GRADE[demand.score_grade].text : "未评定",
          },
          { label: "资质荣誉", value: joinTexts(TITLE, demand.titles), wide: true },
          { label: "标签", value: demand.tags.length > 0 ? demand.tags.join("、") : null, wide: true },
        ]}
      />
    </Card>
  );
}
