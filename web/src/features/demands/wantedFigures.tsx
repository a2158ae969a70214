/** What a demand asks for, in large figures. */
import type { Schema } from "@/api/types";
import { STAGE } from "@/labels/finance";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { Count, Money, Rate, Share } from "@/ui/Values";

type Wanted = Pick<
  Schema<"DemandView">,
  "amount" | "kind" | "rate_max" | "round" | "share_bp" | "term_months" | "valuation"
>;

/** What was left open is left out. */
export function wantedFigures(demand: Wanted): KeyFigure[] {
  const { amount, kind, rate_max, round, share_bp, term_months, valuation } = demand;
  const first = { label: "融资金额", value: <Money fen={amount} /> };
  if (kind === "equity")
    return [
      first,
      ...(share_bp ? [{ label: "出让比例", value: <Share bp={share_bp} /> }] : []),
      ...(valuation ? [{ label: "投前估值", value: <Money fen={valuation} /> }] : []),
      ...(round ? [{ label: "轮次", value: STAGE[round] }] : []),
    ];
  return [
    first,
    ...(rate_max ? [{ label: "最高年利率", value: <Rate rate={rate_max} /> }] : []),
    ...(term_months ? [{ label: "期限", value: <Count value={term_months} unit="个月" /> }] : []),
  ];
}
