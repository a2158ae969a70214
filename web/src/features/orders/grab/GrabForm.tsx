/** 抢单: a lender's offer for a masked demand. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { TermsFields } from "../offers/TermsFields";
import { BidForm } from "./BidForm";

type Props = { demand: Schema<"MarketDemand">; onGrabbed: (order: Schema<"InstitutionOrderView">) => void };

export function GrabForm({ demand, onGrabbed }: Props) {
  return (
    <BidForm<Schema<"Offer">>
      demand={demand}
      start={{ amount: demand.amount, term_months: demand.term_months ?? undefined, fees: [], note: "" }}
      input={({ amount, rate, term_months, fees, note }) => ({
        amount,
        rate,
        term_months,
        fees: fees ?? [],
        note: note?.trim() || null,
      })}
      send={(body, headers) =>
        unwrap(api.POST("/market/demands/{id}/grab", { params: { path: { id: demand.id } }, body, headers }))
      }
      onGrabbed={onGrabbed}
    >
      <TermsFields most={demand.amount} whole={!demand.accept_partial} />
    </BidForm>
  );
}
