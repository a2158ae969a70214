/** What an enterprise asks for, in words and figures. */
import type { Schema } from "@/api/types";
import { FINANCING_KIND, GUARANTEE, REPAYMENT, STAGE, USE_KIND } from "@/labels/finance";
import { joinTexts, textOf } from "@/labels/label";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { MarkedText } from "@/ui/MarkedText";
import { Count, DateText, Money, Rate, Share } from "@/ui/Values";

const debt = (demand: Schema<"DemandIn">): DescriptionItem[] => [
  { label: "融资期限", value: <Count value={demand.term_months} unit="个月" /> },
  { label: "最高年利率", value: <Rate rate={demand.rate_max} /> },
  { label: "首贷", value: demand.first_loan ? "是" : "否" },
  { label: "还款方式", value: joinTexts(REPAYMENT, demand.repayments) },
  { label: "担保方式", value: joinTexts(GUARANTEE, demand.guarantees) },
  { label: "还款来源", value: demand.repayment_source, wide: true },
  { label: "抵质押物", value: demand.collateral, wide: true },
];

const equity = (demand: Schema<"DemandIn">): DescriptionItem[] => [
  { label: "融资轮次", value: textOf(STAGE, demand.round) },
  { label: "投前估值", value: <Money fen={demand.valuation} /> },
  { label: "出让比例", value: <Share bp={demand.share_bp} /> },
  { label: "项目亮点", value: demand.highlights, wide: true },
  { label: "核心团队", value: demand.team, wide: true },
];

type Props = {
  demand: Schema<"DemandIn">;
  /** What tells who the enterprise is, where that is known. */
  identifying?: Schema<"DemandView">["identifying"];
};

export function DemandFigures({ demand, identifying = [] }: Props) {
  const marked = (field: string, text: string | null | undefined) =>
    text ? <MarkedText text={text} hits={identifying.filter((hit) => hit.field === field)} /> : null;
  const own = demand.kind === "equity" ? equity(demand) : debt(demand);
  return (
    <Descriptions
      items={[
        { label: "融资类型", value: FINANCING_KIND[demand.kind ?? "debt"].text },
        { label: "融资金额", value: <Money fen={demand.amount} /> },
        { label: "期望到账", value: <DateText value={demand.need_by} /> },
        { label: "资金用途", value: textOf(USE_KIND, demand.use_kind) },
        { label: "资金提供方", value: demand.accept_partial ? "可由多家机构共同提供" : "希望由一家机构提供" },
        ...own.filter((item) => !item.wide),
        { label: "用途说明", value: marked("use_text", demand.use_text), wide: true },
        { label: "附件", value: demand.attachments?.length ? `${demand.attachments.length} 个` : null },
        ...own.filter((item) => item.wide),
        { label: "标签", value: demand.tags?.length ? demand.tags.join("、") : null, wide: true },
      ]}
    />
  );
}
