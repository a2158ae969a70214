/** The figures that an order turns on: what was paid, before that what was decided or offered, before that what is wanted. */
import type { Schema } from "@/api/types";
import { FIRST_PAYMENT } from "@/labels/loans";
import { formatRate, moneyText } from "@/lib/money";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { Cost, Count, DateText, Money, Rate, Share } from "@/ui/Values";
import { type Terms, termsOf } from "./terms";

type Order = Pick<Schema<"EnterpriseOrderView">, "kind" | "offer" | "decision" | "disbursement" | "equity">;

/** What the enterprise asked for. */
export type Wanted = {
  amount: number;
  term_months?: number | null;
  rate_max?: number | null;
  share_bp?: number | null;
  valuation?: number | null;
};

export function orderKeyFigures(order: Order, wanted: Wanted): KeyFigure[] {
  if (order.disbursement) return paid(order.disbursement, order.decision);
  const terms = termsOf(order);
  if (terms.amount === null) return asked(order.kind, wanted);
  const amount: KeyFigure = {
    label: order.decision ? "授信金额" : order.equity?.term_sheet ? "投资金额" : "报价金额",
    value: <Money fen={terms.amount} />,
    note: terms.amount < wanted.amount ? `需求 ${moneyText(wanted.amount)}` : undefined,
  };
  if (order.kind === "debt") return [amount, ...loan(terms, wanted)];
  const tranches = order.equity?.tranches.length ?? 0;
  const arrived = { label: "累计到账", value: <Money fen={order.equity?.paid} />, note: `共 ${tranches} 笔` };
  return [...(tranches > 0 ? [arrived] : []), amount, ...sale(terms)];
}

/** Of a guarantor in a joint credit, which lends nothing. */
export const guaranteeFigures = (
  { share, fee }: Pick<Schema<"JointMemberView">, "share" | "fee">,
  { term_months }: Pick<Wanted, "term_months">,
): KeyFigure[] => [
  {
    label: "担保份额",
    value: <Money fen={share} />,
    note: term_months ? `期限 ${term_months} 个月` : undefined,
  },
  { label: "担保费", value: <Money fen={fee} unit="yuan" /> },
];

function loan(terms: Terms, { rate_max }: Wanted): KeyFigure[] {
  const above = rate_max && terms.rate !== null && terms.rate > rate_max;
  return [
    {
      label: "综合年化成本",
      value: <Cost cost={terms.costs?.annual_cost} />,
      note: `年利率 ${formatRate(terms.rate)}${above ? `，上限 ${formatRate(rate_max)}` : ""}`,
    },
    {
      label: terms.repayment ? FIRST_PAYMENT[terms.repayment] : "首次还款",
      value: <Money fen={terms.costs?.first_payment} unit="yuan" />,
    },
    { label: "期限", value: <Count value={terms.term_months} unit="个月" /> },
  ];
}

const sale = (terms: Terms): KeyFigure[] => [
  { label: "持股比例", value: <Share bp={terms.share_bp} /> },
  { label: "投前估值", value: <Money fen={terms.pre_money} /> },
];

const paid = (payment: Schema<"DisbursementView">, decision: Schema<"DecisionView"> | null): KeyFigure[] => [
  {
    label: payment.more_follows ? "首笔放款" : "放款金额",
    value: <Money fen={payment.amount} />,
    note: decision && payment.amount < decision.amount ? `授信 ${moneyText(decision.amount)}` : undefined,
  },
  {
    label: "综合年化成本",
    value: <Cost cost={payment.costs.annual_cost} />,
    note: `年利率 ${formatRate(payment.rate)}`,
  },
  { label: "放款日期", value: <DateText value={payment.paid_on} /> },
  { label: "到期日", value: <DateText value={payment.matures_on} /> },
];

/** What was left open is left out. */
function asked(kind: Schema<"FinancingKind">, wanted: Wanted): KeyFigure[] {
  const { rate_max, share_bp, term_months, valuation } = wanted;
  const loan: KeyFigure[] = [
    ...(rate_max ? [{ label: "最高年利率", value: <Rate rate={rate_max} /> }] : []),
    ...(term_months ? [{ label: "期限", value: <Count value={term_months} unit="个月" /> }] : []),
  ];
  const round: KeyFigure[] = [
    ...(share_bp ? [{ label: "出让比例", value: <Share bp={share_bp} /> }] : []),
    ...(valuation ? [{ label: "投前估值", value: <Money fen={valuation} /> }] : []),
  ];
  const amount = { label: "需求金额", value: <Money fen={wanted.amount} /> };
  return [amount, ...(kind === "equity" ? round : loan)];
}
