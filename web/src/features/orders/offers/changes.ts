/** In what the decision of an institution differs from what it had offered, in words. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { formatCost, formatRate, formatShare, moneyText } from "@/lib/money";

type Order = Pick<Schema<"EnterpriseOrderView">, "offer" | "decision" | "equity">;

/** `年利率 3.90%，报价 3.65%`; nothing where both are the same. */
function change<T>(label: string, now: T, then: T, text: (value: T) => string): string[] {
  return now === then ? [] : [`${label} ${text(now)}，报价 ${text(then)}`];
}

const money = (fen: number) => moneyText(fen);

function ofLoan(now: Schema<"DecisionView">, then: NonNullable<Schema<"OfferView">>): string[] {
  return [
    ...change("金额", now.amount, then.amount, money),
    ...change("年利率", now.rate, then.rate, formatRate),
    ...change("综合年化成本", now.costs.annual_cost, then.costs.annual_cost, formatCost),
    ...change("期限", now.term_months, then.term_months, (months) => `${months} 个月`),
    ...change("还款方式", now.repayment, then.repayment, (way) => REPAYMENT[way]),
    ...change("担保方式", now.guarantee, then.guarantee, (way) => GUARANTEE[way]),
    ...change("费用合计", now.costs.fees, then.costs.fees, (fen) => moneyText(fen, "yuan")),
  ];
}

/** Of an order that was decided after an offer; an application has none. */
export function changesOf({ offer, decision, equity }: Order): string[] {
  if (decision && offer) return ofLoan(decision, offer);
  const [now, then] = [equity?.term_sheet, equity?.offer];
  if (!now || !then) return [];
  return [
    ...change("金额", now.amount, then.amount, money),
    ...change("持股比例", now.share_bp, then.share_bp, formatShare),
    ...change("投前估值", now.pre_money, then.pre_money, money),
  ];
}
