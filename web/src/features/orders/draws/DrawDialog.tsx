/** 登记提款: a further payment under an order whose first one said that more follow; the enterprise confirms it. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { Descriptions } from "@/ui/Descriptions";
import { FormDialog } from "@/ui/FormDialog";
import type { leftToDraw } from "./left";
import { PaymentFields, paymentBody } from "./PaymentFields";

type Props = {
  order: Pick<Schema<"InstitutionOrderView">, "id">;
  room: ReturnType<typeof leftToDraw>;
  /** The first payment. */
  first: Schema<"DisbursementView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function DrawDialog({ order, room, first, onDone, onClose }: Props) {
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
      <div className="form-note">
        <Descriptions
          columns={3}
          items={[
            { label: "授信金额", value: moneyText(room.granted) },
            { label: "已放款", value: moneyText(room.drawn) },
            { label: "剩余可放款", value: moneyText(room.left) },
          ]}
        />
      </div>
      <PaymentFields
        what="提款"
        since={first.paid_on}
        most={room.left}
        amountHint={`不超过剩余可放款 ${moneyText(room.left)}`}
        onBusy={setBusy}
      />
    </FormDialog>
  );
}
