/** What a loan costs, asked of the server while the terms are typed: it reckons for every page, so all pages agree. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { useDebouncedValue } from "@/lib/useDebouncedValue";

/** Typing rests so long before the server is asked. */
const PAUSE_MS = 350;

/** Null while the terms are not complete. */
export function useLoanCosts(loan: Schema<"LoanQuery"> | null): Schema<"LoanCosts"> | null {
  // The text changes when the terms do; an object would be a new one each time.
  const rested = useDebouncedValue(loan && JSON.stringify(loan), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ["loan-costs", rested],
    queryFn: ({ signal }) =>
      unwrap(api.POST("/loan-costs", { body: JSON.parse(rested ?? "") as Schema<"LoanQuery">, signal })),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return loan === null ? null : (data ?? null);
}

/** What a form holds while somebody is typing: fields and rows may be empty. */
export type TypedTerms = {
  [K in keyof Schema<"LoanQuery">]?: Schema<"LoanQuery">[K] | null;
};

/** The terms as far as the server can reckon with them; null while a figure is missing. */
export function typedLoan({
  amount,
  rate,
  term_months,
  repayment,
  fees,
}: TypedTerms): Schema<"LoanQuery"> | null {
  if (!amount || rate === null || rate === undefined || !term_months || term_months > 360 || !repayment)
    return null;
  const whole = (fees ?? []).filter((fee) => fee?.name && fee.payee && fee.timing && fee.amount);
  return { amount, rate, term_months, repayment, fees: whole, product_fees: [] };
}
