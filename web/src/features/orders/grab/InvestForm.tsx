/** 投资意向: an investor's offer for a masked equity demand. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { EquityTermsFields } from "../offers/EquityTermsFields";
import { BidForm } from "./BidForm";
import { type ProductChoice, ProductField } from "./ProductField";

type Props = {
  demand: Schema<"MarketDemand">;
  /** The own products on the shelf that are of the kind of the demand. */
  products: readonly ProductChoice[];
  onGrabbed: (order: Schema<"InstitutionOrderView">) => void;
};

export function InvestForm({ demand, products, onGrabbed }: Props) {
  return (
    <BidForm<Schema<"EquityOffer">>
      demand={demand}
      start={{ amount: demand.amount, pre_money: demand.valuation ?? undefined, note: "" }}
      input={({ product_id, amount, pre_money, note }) => ({
        product_id: product_id ?? null,
        amount,
        pre_money,
        note: note?.trim() || null,
      })}
      send={(body, headers) =>
        unwrap(
          api.POST("/market/demands/{id}/invest", { params: { path: { id: demand.id } }, body, headers }),
        )
      }
      onGrabbed={onGrabbed}
    >
      <ProductField products={products} />
      <EquityTermsFields most={demand.amount} whole={!demand.accept_partial} />
    </BidForm>
  );
}
