/** What an institution's page leads with: taken from its products on the shelf, and left out where they say nothing. */
import type { Schema } from "@/api/types";
import { decisionText, roundMoney } from "@/labels/productRanges";
import { formatRate } from "@/lib/money";

export type Offer = { key: string; label: string; text: string; strong?: boolean };

const known = (values: (number | null)[]) => values.filter((value): value is number => value !== null);

/** The lowest rate, the largest amount, the shortest way to a decision: of different products, so each is said for itself. */
export function bestOf(items: readonly Schema<"ShelfItem">[]): Offer[] {
  const rates = known(items.filter((one) => one.kind === "debt").map((one) => one.rate_min));
  const amounts = known(items.map((one) => one.amount_max));
  const kind = items.some((one) => one.kind === "debt") ? "debt" : "equity";
  const days = known(items.filter((one) => one.kind === kind).map((one) => one.decision_days));
  return [
    ...(rates.length
      ? [{ key: "rate", label: "年利率最低", text: formatRate(Math.min(...rates)), strong: true }]
      : []),
    ...(amounts.length ? [{ key: "amount", label: "单笔最高", text: roundMoney(Math.max(...amounts)) }] : []),
    ...(days.length
      ? [
          {
            key: "days",
            label: kind === "debt" ? "最快审批" : "最快决策",
            text: decisionText(kind, Math.min(...days)),
          },
        ]
      : []),
  ];
}
