/** Filters of the demand market: amounts stand in the URL in 万元, as typed, and go to the server in fen. */
import type { Schema } from "@/api/types";
import { oneOf } from "@/api/useListParams";
import { FINANCING_KIND, GUARANTEE, USE_KIND } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { wanToFen } from "@/lib/money";

export type MarketFilter = {
  kind?: Schema<"FinancingKind">;
  section?: Schema<"IndustrySection">;
  use_kind?: Schema<"UseKind">;
  guarantee?: Schema<"Guarantee">;
  amount_min?: number;
  amount_max?: number;
  term_min?: number;
  term_max?: number;
  first_loan?: boolean;
  q?: string;
};

export const MARKET_SORTS = {
  "-published_at": "最新发布",
  "-amount": "金额从高到低",
  amount: "金额从低到高",
  term_months: "期限从短到长",
} as const;

const fen = (text: string | undefined) => (text === undefined ? undefined : (wanToFen(text) ?? undefined));

const months = (text: string | undefined) =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;

/** What is not understood is left out, so that a broken link still shows the market. */
export function marketFilter(filters: Record<string, string>): MarketFilter {
  return {
    kind: oneOf(filters.kind, FINANCING_KIND),
    section: oneOf(filters.section, SECTION),
    use_kind: oneOf(filters.use_kind, USE_KIND),
    guarantee: oneOf(filters.guarantee, GUARANTEE),
    amount_min: fen(filters.amount_min),
    amount_max: fen(filters.amount_max),
    term_min: months(filters.term_min),
    term_max: months(filters.term_max),
    first_loan: filters.first_loan === "true" ? true : undefined,
    q: filters.q,
  };
}
