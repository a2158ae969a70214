/** 抢单: a lender's offer for a masked demand. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { TermsFields } from "../offers/TermsFields";
import { BidForm } from "./BidForm";
import { type ProductChoice, ProductField } from "./ProductField";

/** An offer usually holds for thirty days. */
const USUAL_MS = 30 * 86_400_000;

type Props = {
  demand: Schema<"MarketDemand">;
  /** The own products on the shelf that are of the kind of the demand. */
  products: readonly ProductChoice[];
  onGrabbed: (order: Schema<"InstitutionOrderView">) => void;
};

export function GrabForm({ demand, products, onGrabbed }: Props) {
  return (
    <BidForm<Schema<"Offer">>
      demand={demand}
      start={{
        amount: demand.amount,
        term_months: demand.term_months ?? undefined,
        repayment: demand.repayments.length === 1 ? demand.repayments[0] : undefined,
        guarantee: demand.guarantees.length === 1 ? demand.guarantees[0] : undefined,
        fees: [],
        valid_until: todayIn(new Date(now().getTime() + USUAL_MS)),
        note: "",
      }}
      input={(values) => ({
        product_id: values.product_id ?? null,
        amount: values.amount,
        rate: values.rate,
        lpr: values.lpr ?? null,
        term_months: values.term_months,
        repayment: values.repayment,
        guarantee: values.guarantee,
        fees: values.fees ?? [],
        conditions: values.conditions?.trim() || null,
        valid_until: values.valid_until,
        note: values.note?.trim() || null,
      })}
      send={(body, headers) =>
        unwrap(api.POST("/market/demands/{id}/grab", { params: { path: { id: demand.id } }, body, headers }))
      }
      onGrabbed={onGrabbed}
    >
      <ProductField products={products} />
      <TermsFields most={demand.amount} whole={!demand.accept_partial} />
    </BidForm>
  );
}
