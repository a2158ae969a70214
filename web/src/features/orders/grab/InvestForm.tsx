/** 投资意向: an investor's offer for a masked equity demand. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { EquityTermsFields } from "../offers/EquityTermsFields";
import { BidForm } from "./BidForm";

type Props = { demand: Schema<"MarketDemand">; onGrabbed: (order: Schema<"InstitutionOrderView">) => void };

export function InvestForm({ demand, onGrabbed }: Props) {
  return (
    <BidForm<Schema<"EquityOffer">>
      demand={demand}
      start={{ amount: demand.amount, pre_money: demand.valuation ?? undefined, note: "" }}
      input={({ amount, pre_money, note }) => ({ amount, pre_money, note: note?.trim() || null })}
      send={(body, headers) =>
        unwrap(
          api.POST("/market/demands/{id}/invest", { params: { path: { id: demand.id } }, body, headers }),
        )
      }
      onGrabbed={onGrabbed}
    >
      <EquityTermsFields most={demand.amount} whole={!demand.accept_partial} />
    </BidForm>
  );
}
