/**
 * Offers side by side: one row per figure, one column per institution, the best figure of the open offers marked in words, where
 * they can be compared at all.
 */
import type { Schema } from "@/api/types";
import { GUARANTEE, LIVE_ORDER_STATES, REPAYMENT } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { feeText } from "@/labels/loans";
import { reputationText } from "@/labels/ratings";
import { formatDate } from "@/lib/dates";
import {
  exactWan,
  formatCost,
  formatCount,
  formatMoney,
  formatRate,
  formatShare,
  MISSING,
} from "@/lib/money";
import { noteOf, type Terms, termsOf } from "../terms";
import { differencesOf, easierOf } from "./differences";

export type Cell = { key: string; text: string; best?: string; rate?: boolean };
export type ComparisonRow = { key: string; label: string; numeric: boolean; cells: Cell[] };

const isLive = (order: Pick<Schema<"EnterpriseOrderView">, "state">) =>
  LIVE_ORDER_STATES.includes(order.state);

export const feesText = (fees: readonly Schema<"Fee">[] = []): string =>
  fees.length === 0 ? "无" : fees.map(feeText).join("；");

/** The row with the figure by which offers are compared first. */
export const heroKey = (order: Pick<Schema<"EnterpriseOrderView">, "kind"> | undefined): string =>
  order?.kind === "equity" ? "share" : "annual_cost";

/** What the money costs: the all-in rate of a loan, the share that an investor gets. */
function priceOf(order: Schema<"EnterpriseOrderView">): number {
  const terms = termsOf(order);
  return terms.costs?.annual_cost ?? terms.share_bp ?? Number.MAX_SAFE_INTEGER;
}

/** Equal costs differ by when they are paid. */
const effectiveOf = (order: Schema<"EnterpriseOrderView">) => termsOf(order).costs?.effective_rate ?? 0;

/** The institution has committed itself; an offer before that may still change. */
const binds = ({ decision, equity }: Schema<"EnterpriseOrderView">) =>
  decision !== null || Boolean(equity?.term_sheet);

/** It gives as much as was asked for: the price of less says nothing of what all of it would cost. */
const givesAll = (order: Schema<"EnterpriseOrderView">): boolean => {
  const { amount } = termsOf(order);
  const asked = order.asked?.amount ?? null;
  return !order.differs.includes("amount") && (asked === null || amount === null || amount >= asked);
};

/** Open offers first, of these what binds, then those of the whole amount, then the cheapest; equal ones by age. */
export function sortOffers(
  orders: readonly Schema<"EnterpriseOrderView">[],
): Schema<"EnterpriseOrderView">[] {
  return [...orders].sort(
    (a, b) =>
      Number(isLive(b)) - Number(isLive(a)) ||
      Number(binds(b)) - Number(binds(a)) ||
      Number(givesAll(b)) - Number(givesAll(a)) ||
      priceOf(a) - priceOf(b) ||
      effectiveOf(a) - effectiveOf(b) ||
      a.opened_at.localeCompare(b.opened_at),
  );
}

/** The lowest price among offers, in words: of all, or of those that give all that was asked for; nothing where none does. */
export function lowestOf(orders: readonly Schema<"EnterpriseOrderView">[]): string {
  const able = orders.filter(givesAll).length;
  if (able === 0) return "";
  return able < orders.length ? `符合要求的${LOWEST.text}` : LOWEST.text;
}

type Figure = {
  key: string;
  label: string;
  of: (terms: Terms) => number | null;
  text: (value: number | null) => string;
  best?: { text: string; pick: (...values: number[]) => number };
  /** Larger for more money or a longer time: says nothing where those differ. */
  grows?: boolean;
  rate?: boolean;
};

const HIGHEST = { text: "最高", pick: Math.max };
const LOWEST = { text: "最低", pick: Math.min };

const AMOUNT: Figure = {
  key: "amount",
  label: "金额（万元）",
  of: (terms) => terms.amount,
  text: exactWan,
  best: HIGHEST,
};

const costFigure = (key: "first_payment" | "interest" | "fees", label: string): Figure => ({
  key,
  label,
  of: (terms) => terms.costs?.[key] ?? null,
  text: (value) => formatMoney(value, "yuan"),
  best: key === "first_payment" ? undefined : LOWEST,
  grows: true,
});

const FIGURES: Record<Schema<"FinancingKind">, Figure[]> = {
  debt: [
    AMOUNT,
    { key: "rate", label: "年利率", of: (terms) => terms.rate, text: formatRate, best: LOWEST, rate: true },
    {
      key: "annual_cost",
      label: "综合年化成本",
      of: (terms) => terms.costs?.annual_cost ?? null,
      text: formatCost,
      best: LOWEST,
      rate: true,
    },
    costFigure("first_payment", "首次还款（元）"),
    costFigure("interest", "利息合计（元）"),
    costFigure("fees", "费用合计（元）"),
    {
      key: "term",
      label: "期限（月）",
      of: (terms) => terms.term_months,
      text: (value) => formatCount(value),
    },
  ],
  equity: [
    AMOUNT,
    {
      key: "pre_money",
      label: "投前估值（万元）",
      of: (terms) => terms.pre_money,
      text: exactWan,
      best: HIGHEST,
    },
    {
      key: "share",
      label: "持股比例",
      of: (terms) => terms.share_bp,
      text: formatShare,
      best: LOWEST,
      grows: true,
      rate: true,
    },
  ],
};

/** Those whose figures compete: open ones, and only what binds once anything does. */
function compared(orders: readonly Schema<"EnterpriseOrderView">[]) {
  const open = orders.filter((order) => isLive(order) && termsOf(order).amount !== null);
  return open.some(binds) ? open.filter(binds) : open;
}

/** All are about the same money for the same time. */
const alike = (orders: readonly Schema<"EnterpriseOrderView">[]) =>
  new Set(orders.map(termsOf).map(({ amount, term_months }) => `${amount} ${term_months}`)).size <= 1;

/** Grades of institutions by id, for the quarter that holds. */
export type Grades = ReadonlyMap<string, string>;

export function comparisonRows(
  orders: readonly Schema<"EnterpriseOrderView">[],
  grades?: Grades,
): ComparisonRow[] {
  const rivals = compared(orders);
  const kind = orders[0]?.kind ?? "debt";
  const figures = FIGURES[kind].map(({ key, label, of, text, best, grows, rate }) => {
    // More money is better whatever it costs; of what it costs only those are the best who give all of it.
    const able = best === LOWEST ? rivals.filter(givesAll) : rivals;
    const values = able.map((order) => of(termsOf(order))).filter((value) => value !== null);
    const ranked = best && (!grows || alike(able)) && new Set(values).size > 1;
    const target = ranked ? best.pick(...values) : undefined;
    // The lowest of some is not the lowest of all.
    const said = able.length < rivals.length ? `符合要求的${best?.text}` : best?.text;
    return {
      key,
      label,
      numeric: true,
      cells: orders.map((order) => ({
        key: order.id,
        text: text(of(termsOf(order))),
        rate,
        best:
          target !== undefined && able.includes(order) && of(termsOf(order)) === target ? said : undefined,
      })),
    };
  });
  const texts = [
    ...(kind === "debt"
      ? [
          {
            key: "differs",
            label: "与您的要求相比",
            text: (order: Schema<"EnterpriseOrderView">) =>
              [...differencesOf(order), ...easierOf(order)].join("；") || "一致",
          },
          {
            key: "repayment",
            label: "还款方式",
            text: (order: Schema<"EnterpriseOrderView">) => textOf(REPAYMENT, termsOf(order).repayment),
          },
          {
            key: "guarantee",
            label: "担保方式",
            text: (order: Schema<"EnterpriseOrderView">) => textOf(GUARANTEE, termsOf(order).guarantee),
          },
          {
            key: "fee_list",
            label: "费用明细",
            text: (order: Schema<"EnterpriseOrderView">) => feesText(termsOf(order).fees),
          },
          {
            key: "conditions",
            label: "条件",
            text: (order: Schema<"EnterpriseOrderView">) => termsOf(order).conditions || "无",
          },
          {
            key: "product",
            label: "所属产品",
            text: (order: Schema<"EnterpriseOrderView">) => order.product?.content.name ?? MISSING,
          },
          {
            key: "valid_until",
            label: "有效期至",
            text: (order: Schema<"EnterpriseOrderView">) => formatDate(termsOf(order).valid_until),
          },
        ]
      : []),
    {
      key: "reputation",
      label: "企业评价",
      text: (order: Schema<"EnterpriseOrderView">) => reputationText(order.institution.reputation),
    },
    ...(grades
      ? [
          {
            key: "grade",
            label: "平台评级",
            text: (order: Schema<"EnterpriseOrderView">) => grades.get(order.institution.id) ?? "未评级",
          },
        ]
      : []),
    {
      key: "note",
      label: "机构说明",
      text: (order: Schema<"EnterpriseOrderView">) => noteOf(order) || MISSING,
    },
  ].map(({ key, label, text }) => ({
    key,
    label,
    numeric: false,
    cells: orders.map((order) => ({ key: order.id, text: text(order) })),
  }));
  return [...figures, ...texts];
}
