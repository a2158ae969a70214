/** Where a payment differs from the grant, in words; the server says the same of what is stored. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { formatRate, moneyText } from "@/lib/money";
import { feesText } from "../offers/comparison";

type Granted = Pick<
  Schema<"Decision">,
  "amount" | "rate" | "term_months" | "repayment" | "guarantee" | "fees"
>;

type Paid = Partial<Schema<"Disbursement">>;

const sameFees = (a: Granted["fees"] = [], b: Granted["fees"] = []): boolean =>
  a.length === b.length &&
  a.every((fee, index) => {
    const other = b[index];
    return (
      fee?.name === other?.name &&
      fee?.payee === other?.payee &&
      fee?.timing === other?.timing &&
      fee?.amount === other?.amount
    );
  });

const points: Record<Schema<"PaidDifference">, (granted: Granted, paid: Paid) => string | null> = {
  amount: (granted, paid) =>
    !paid.more_follows && typeof paid.amount === "number" && paid.amount < granted.amount
      ? `金额 ${moneyText(paid.amount)}，批准 ${moneyText(granted.amount)}`
      : null,
  rate: (granted, paid) =>
    typeof paid.rate === "number" && paid.rate !== granted.rate
      ? `年利率 ${formatRate(paid.rate)}，批准 ${formatRate(granted.rate)}`
      : null,
  term_months: (granted, paid) =>
    typeof paid.term_months === "number" && paid.term_months !== granted.term_months
      ? `期限 ${paid.term_months} 个月，批准 ${granted.term_months} 个月`
      : null,
  repayment: (granted, paid) =>
    paid.repayment && paid.repayment !== granted.repayment
      ? `还款方式${textOf(REPAYMENT, paid.repayment)}，批准${textOf(REPAYMENT, granted.repayment)}`
      : null,
  guarantee: (granted, paid) =>
    paid.guarantee && paid.guarantee !== granted.guarantee
      ? `担保方式${textOf(GUARANTEE, paid.guarantee)}，批准${textOf(GUARANTEE, granted.guarantee)}`
      : null,
  fees: (granted, paid) =>
    sameFees(granted.fees, paid.fees)
      ? null
      : `费用${feesText((paid.fees ?? []).filter((fee) => fee?.name && fee.amount))}，批准${feesText(granted.fees)}`,
};

export const paymentDifferences = (granted: Granted, paid: Paid): string[] =>
  Object.values(points).flatMap((point) => point(granted, paid) ?? []);
