/** Filters of the shelf as a table: what stands in the URL, amounts in 万元 and terms in months, as the public list is asked. */
import type { ShelfQuery } from "@/api/shelf";
import { oneOf } from "@/api/useListParams";
import { FINANCING_KIND, GUARANTEE } from "@/labels/finance";
import { CHANNEL, EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";
import { wanToFen } from "@/lib/money";

const fen = (text: string | undefined) => (text === undefined ? undefined : (wanToFen(text) ?? undefined));

const months = (text: string | undefined) =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;

/** What is not understood is left out, so that a broken link still shows the shelf. */
export function shelfFilter(filters: Record<string, string>): ShelfQuery {
  return {
    kind: oneOf(filters.kind, FINANCING_KIND),
    product_type: oneOf(filters.product_type, PRODUCT_TYPE),
    equity_type: oneOf(filters.equity_type, EQUITY_TYPE),
    channel: oneOf(filters.channel, CHANNEL),
    guarantee: oneOf(filters.guarantee, GUARANTEE),
    amount_from: fen(filters.amount_from),
    amount_to: fen(filters.amount_to),
    term_from: months(filters.term_from),
    term_to: months(filters.term_to),
  };
}
