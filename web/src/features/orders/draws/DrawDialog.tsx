/** 登记提款: a further payment under an order whose first one said that more follow; the enterprise confirms it. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { PaymentFields, paymentBody } from "./PaymentFields";

type Props = {
  order: Pick<Schema<"InstitutionOrderView">, "id">;
  granted: Schema<"DecisionView">;
  /** The first payment. */
  first: Schema<"DisbursementView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function DrawDialog({ order, granted, first, onDone, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  return (
    <FormDialog<Schema<"DrawTerms">>
      title="登记提款"
      initialValues={{
        rate: first.rate,
        term_months: first.term_months,
        repayment: first.repayment,
        guarantee: first.guarantee,
        contract_no: first.contract_no,
        fees: [],
        attachments: [],
      }}
      okText="登记提款"
      okDisabled={busy}
      wide
      write={(values, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/draws", {
            params: { path: { id: order.id } },
            body: paymentBody(values),
            headers,
          }),
        )
      }
      changes="servicing"
      onDone={() => onDone("已登记提款，等待企业确认")}
      onClose={onClose}
    >
      <PaymentFields
        what="提款"
        since={first.paid_on}
        most={granted.amount}
        amountHint={`累计放款不超过批准金额 ${moneyText(granted.amount)}`}
        onBusy={setBusy}
      />
    </FormDialog>
  );
}
