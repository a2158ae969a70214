/** Terms of a second credit in words, and which of them differ from last time. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT, USE_KIND } from "@/labels/finance";
import { formatRate, moneyText } from "@/lib/money";

/** One part of the terms as people read it. */
export function secondText(field: Schema<"SecondField">, terms: Partial<Schema<"SecondTerms">>): string {
  const missing = "—";
  switch (field) {
    case "amount":
      return moneyText(terms.amount);
    case "term_months":
      return terms.term_months ? `${terms.term_months} 个月` : missing;
    case "rate":
      return formatRate(terms.rate);
    case "repayment":
      return terms.repayment ? REPAYMENT[terms.repayment] : missing;
    case "guarantee":
      return terms.guarantee ? GUARANTEE[terms.guarantee] : missing;
    case "use_kind":
      return terms.use_kind ? USE_KIND[terms.use_kind] : missing;
    default:
      return terms[field]?.trim() || missing;
  }
}

/** As the server compares them. */
export function differs(
  field: Schema<"SecondField">,
  terms: Partial<Schema<"SecondTerms">>,
  last: Schema<"SecondTerms">,
): boolean {
  return secondText(field, terms) !== secondText(field, last);
}
