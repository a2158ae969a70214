/** 登记放款: the figures of the payment; the enterprise confirms them afterwards. Disputed ones are put right in the same form. */

import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { Disbursement } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { NativeSelect } from "@/ui/NativeSelect";
import { atLeast } from "@/ui/textRules";
import { PaymentFields, paymentBody } from "../draws/PaymentFields";
import { guarantorsQuery } from "../queries";
import type { StepDialogProps } from "./ContactDialog";
import { paymentDifferences } from "./paymentDifferences";

type Values = Schema<"Disbursement">;

type Props = StepDialogProps & { correcting?: boolean };

export function DisburseDialog({ order, correcting, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const granted = order.decision;
  const most = granted?.amount ?? 0;
  const typed = Form.useWatch([], form) as Values | undefined;
  const before = correcting ? order.disbursement : null;
  // Before anything is typed, too: what is sent as it was corrects nothing.
  const unchanged =
    before !== null &&
    (typed?.contract_no === undefined ||
      typed.voucher_no === undefined ||
      same(bodyOf(typed, granted), bodyOf(before, granted)));
  return (
    <FormDialog<Values>
      title={correcting ? "更正放款记录" : "登记放款"}
      form={form}
      initialValues={
        correcting && order.disbursement
          ? order.disbursement
          : {
              amount: granted?.amount,
              rate: granted?.rate,
              term_months: granted?.term_months,
              repayment: granted?.repayment,
              guarantee: granted?.guarantee,
              fees: granted?.fees,
              attachments: [],
              first_loan: order.demand.first_loan,
              more_follows: false,
            }
      }
      okText={correcting ? "保存更正" : "登记放款"}
      okDisabled={busy || unchanged}
      wide
      write={(values, headers) =>
        unwrap(
          api.POST(
            correcting ? "/institution/orders/{id}/correct-payment" : "/institution/orders/{id}/disburse",
            {
              params: { path: { id: order.id }, header: ifMatch(order.version) },
              body: bodyOf(values, granted),
              headers,
            },
          ),
        )
      }
      changes="orders"
      onDone={() => onDone(correcting ? "已更正，企业会收到通知" : "已登记放款，等待企业确认")}
      onClose={onClose}
    >
      {correcting && (
        <p className="notice tone-info dialog-text">
          企业对登记的数据有异议。更正后企业会收到通知，原来的数据保留在进展记录中。
          {unchanged && "请先修改有误的数据，再保存。"}
        </p>
      )}
      <PaymentFields
        what="放款"
        most={most}
        amountHint={`不超过批准金额 ${moneyText(most)}`}
        files={order.disbursement?.files}
        onBusy={setBusy}
      >
        <Form.Item
          name="contract_on"
          label="合同签订日期"
          rules={[{ required: true, message: "请选择合同签订日期" }]}
        >
          <Input type="date" max={todayIn(now())} />
        </Form.Item>
        <GuarantorFields />
      </PaymentFields>
      <Form.Item name="first_loan" valuePropName="checked">
        <Checkbox>首贷：该企业此前没有银行贷款记录</Checkbox>
      </Form.Item>
      <Form.Item name="more_follows" valuePropName="checked">
        <Checkbox>分次放款或随借随还：之后还会在授信额度内继续放款</Checkbox>
      </Form.Item>
      {granted && <Differences granted={granted} />}
    </FormDialog>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function bodyOf(values: Values, granted: Schema<"DecisionView"> | null): Values {
  const body: Values = {
    ...paymentBody(values),
    contract_on: values.contract_on,
    guarantor_id: values.guarantor_id ?? null,
    guarantor: values.guarantor_id ? null : values.guarantor?.trim() || null,
    first_loan: values.first_loan === true,
    more_follows: values.more_follows === true,
    differs_because: null,
  };
  const differs = granted !== null && paymentDifferences(granted, body).length > 0;
  return { ...body, differs_because: differs ? values.differs_because?.trim() || null : null };
}

/** A guarantor that is registered here is chosen; another one is typed. */
function GuarantorFields() {
  const chosen = Form.useWatch("guarantor_id", Form.useFormInstance<Values>());
  const known = useQuery(guarantorsQuery).data ?? [];
  return (
    <>
      <Form.Item name="guarantor_id" label="担保机构（选填）">
        <NativeSelect
          options={known.map((one) => ({ value: one.id, label: one.name }))}
          placeholder="平台上没有，或没有担保机构"
          clearable
        />
      </Form.Item>
      {!chosen && (
        <Form.Item name="guarantor" label="其他担保方（选填）">
          <Input maxLength={Disbursement.guarantor.max} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}

/** What differs from the grant needs a reason; the firm sees both. */
function Differences({ granted }: { granted: Schema<"DecisionView"> }) {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch([], form) as Partial<Values> | undefined;
  const differences = values ? paymentDifferences(granted, values) : [];
  if (differences.length === 0) return null;
  return (
    <>
      <div className="notice tone-err form-note" role="status">
        <strong>与授信决定不一致，企业确认时会看到：</strong>
        <ul className="defect-list">
          {differences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <Form.Item
        name="differs_because"
        label="不一致的原因"
        rules={[{ required: true, whitespace: true, message: "请说明原因" }, atLeast(5)]}
      >
        <TextArea rows={2} maxLength={Disbursement.differs_because.max} showCount />
      </Form.Item>
    </>
  );
}
