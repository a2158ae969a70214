/** Offers side by side: one row per figure, one column per institution, the best figure of the open offers marked in words. */
import type { DecisionView, EnterpriseOrderView, OfferView } from "@/api/types";
import { LIVE_ORDER_STATES } from "@/labels/finance";
import { reputationText } from "@/labels/ratings";
import { formatMoney, formatRate, MISSING, moneyText } from "@/lib/money";

export type Cell = { key: string; text: string; best?: string; rate?: boolean };
export type ComparisonRow = { key: string; label: string; numeric: boolean; cells: Cell[] };

export const isLive = (order: Pick<EnterpriseOrderView, "state">) => LIVE_ORDER_STATES.includes(order.state);

/** What counts: the credit decision once there is one, before that the offer. */
export const termsOf = (order: EnterpriseOrderView): OfferView | DecisionView =>
  order.decision ?? order.offer;

export const feesText = (fees: readonly { name: string; amount: number }[] = []): string =>
  fees.length === 0 ? "无" : fees.map((fee) => `${fee.name} ${moneyText(fee.amount, "yuan")}`).join("；");

/** Open offers first, then the cheapest all-in; equal ones by age. */
export function sortOffers(orders: readonly EnterpriseOrderView[]): EnterpriseOrderView[] {
  return [...orders].sort(
    (a, b) =>
      Number(isLive(b)) - Number(isLive(a)) ||
      termsOf(a).annual_cost - termsOf(b).annual_cost ||
      a.opened_at.localeCompare(b.opened_at),
  );
}

type Figure = {
  key: string;
  label: string;
  of: (order: EnterpriseOrderView) => number;
  text: (order: EnterpriseOrderView) => string;
  best?: { text: string; pick: (...values: number[]) => number };
  rate?: boolean;
};

const FIGURES: Figure[] = [
  {
    key: "amount",
    label: "金额（万元）",
    of: (order) => termsOf(order).amount,
    text: (order) => formatMoney(termsOf(order).amount),
    best: { text: "最高", pick: Math.max },
  },
  {
    key: "rate",
    label: "年利率",
    of: (order) => termsOf(order).rate,
    text: (order) => formatRate(termsOf(order).rate),
    best: { text: "最低", pick: Math.min },
    rate: true,
  },
  {
    key: "annual_cost",
    label: "综合年化成本",
    of: (order) => termsOf(order).annual_cost,
    text: (order) => formatRate(termsOf(order).annual_cost),
    best: { text: "最低", pick: Math.min },
    rate: true,
  },
  {
    key: "term",
    label: "期限（月）",
    of: (order) => termsOf(order).term_months,
    text: (order) => String(termsOf(order).term_months),
  },
];

export function comparisonRows(orders: readonly EnterpriseOrderView[]): ComparisonRow[] {
  const open = orders.filter(isLive);
  const figures = FIGURES.map(({ key, label, of, text, best, rate }) => {
    const values = open.map(of);
    const target = best && new Set(values).size > 1 ? best.pick(...values) : undefined;
    return {
      key,
      label,
      numeric: true,
      cells: orders.map((order) => ({
        key: order.id,
        text: text(order),
        rate,
        best: target !== undefined && isLive(order) && of(order) === target ? best?.text : undefined,
      })),
    };
  });
  const texts = [
    { key: "fees", label: "费用", text: (order: EnterpriseOrderView) => feesText(termsOf(order).fees) },
    {
      key: "reputation",
      label: "企业评价",
      text: (order: EnterpriseOrderView) => reputationText(order.institution.reputation),
    },
    { key: "note", label: "机构说明", text: (order: EnterpriseOrderView) => order.offer.note || MISSING },
  ].map(({ key, label, text }) => ({
    key,
    label,
    numeric: false,
    cells: orders.map((order) => ({ key: order.id, text: text(order) })),
  }));
  return [...figures, ...texts];
}
