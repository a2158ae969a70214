/** 批准授信: the terms that bind the institution until their validity ends; starts from the own offer. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { TermsFields } from "../offers/TermsFields";
import type { StepDialogProps } from "./ContactDialog";

type Values = Schema<"Decision">;

export function DecisionDialog({ order, onDone, onClose }: StepDialogProps) {
  const { offer, demand } = order;
  // A direct application comes without an offer: the product says where the terms begin.
  const product = order.product?.content;
  return (
    <FormDialog<Values>
      title="批准授信"
      initialValues={{
        amount: offer?.amount ?? demand.amount,
        rate: offer?.rate ?? product?.rate_min ?? undefined,
        lpr: offer?.lpr ?? undefined,
        term_months: offer?.term_months ?? demand.term_months ?? undefined,
        fees: offer?.fees ?? (product ? productFees(product, demand) : []),
        repayment: offer?.repayment ?? onlyOne(demand.repayments),
        guarantee: offer?.guarantee ?? onlyOne(demand.guarantees),
        conditions: offer?.conditions ?? undefined,
      }}
      okText="批准并发给企业"
      wide
      write={(values, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/approve", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: {
              amount: values.amount,
              rate: values.rate,
              lpr: values.lpr ?? null,
              term_months: values.term_months,
              fees: values.fees ?? [],
              repayment: values.repayment,
              guarantee: values.guarantee,
              conditions: values.conditions?.trim() || null,
              valid_until: values.valid_until,
            },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("授信决定已发给企业")}
      onClose={onClose}
    >
      <TermsFields most={demand.amount} binding />
    </FormDialog>
  );
}

const onlyOne = <T,>(choices: readonly T[]): T | undefined => (choices.length === 1 ? choices[0] : undefined);

/** The product's fees for the loan that was applied for, rounded half up to the fen. */
function productFees(product: Schema<"ProductContent">, { amount }: Schema<"MarketDemand">): Schema<"Fee">[] {
  return product.fees.map(({ name, payee, timing, basis, value }) => {
    const share = Number((2n * BigInt(amount) * BigInt(value) + 100_000n) / 200_000n);
    return { name, payee, timing, amount: basis === "fixed" ? value : share };
  });
}
