/** 登记还款: a repayment as planned begins with what the plan says next; an early one with nothing. */

import { Form, Radio } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReceiptIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { RECEIPT_KIND } from "@/labels/servicing";
import { todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { YuanInput } from "@/ui/ScaledInput";
import { atLeast } from "@/ui/textRules";
import { nextLine, plannedReceipt } from "./receipts";

type Values = Schema<"ReceiptIn">;

export type LoanDialogProps = {
  loan: Schema<"DrawDetail">;
  onDone: (text: string) => void;
  onClose: () => void;
};

const AMOUNTS = ["principal", "interest", "other"] as const;

export function ReceiptDialog({ loan, onDone, onClose }: LoanDialogProps) {
  const [form] = Form.useForm<Values>();
  const early = Form.useWatch("kind", form) === "early";
  const line = nextLine(loan.plan);
  const today = todayIn(now());
  const begin = (kind: Values["kind"]) => {
    // What somebody typed stays.
    if (form.isFieldsTouched([...AMOUNTS])) return;
    const amounts = kind === "early" ? {} : plannedReceipt(loan);
    form.setFieldsValue({ principal: undefined, interest: undefined, other: undefined, ...amounts });
  };
  return (
    <FormDialog<Values>
      title="登记还款"
      form={form}
      initialValues={{ kind: "planned", paid_on: today, ...plannedReceipt(loan) }}
      okText="登记还款"
      wide
      write={(values, headers) =>
        unwrap(
          api.POST("/institution/draws/{id}/receipts", {
            params: { path: { id: loan.id }, header: ifMatch(loan.version) },
            body: {
              kind: values.kind,
              paid_on: values.paid_on,
              serial_no: values.serial_no.trim(),
              principal: values.principal ?? 0,
              interest: values.interest ?? 0,
              other: values.other ?? 0,
            },
            headers,
          }),
        )
      }
      changes="servicing"
      onDone={() => onDone("已登记还款，企业会收到通知")}
      onClose={onClose}
    >
      <Form.Item name="kind" label="类型">
        <Radio.Group options={options(RECEIPT_KIND)} onChange={(event) => begin(event.target.value)} />
      </Form.Item>
      <p className="notice tone-info form-note">
        {early
          ? "提前归还未到期的本金，登记后还款计划会重新计算。已到期未还的部分请登记为按期还款。"
          : line
            ? `第 ${line.month} 期，应还日 ${line.due_on}：本金 ${moneyText(line.principal, "yuan")}，利息 ${moneyText(line.interest, "yuan")}。`
            : "还款计划已全部还清。"}
      </p>
      <div className="form-grid">
        <Form.Item name="paid_on" label="还款日期" rules={[{ required: true, message: "请选择还款日期" }]}>
          <Input type="date" min={loan.paid_on} max={today} />
        </Form.Item>
        <Form.Item
          name="serial_no"
          label="流水号"
          extra="每个流水号只能登记一次"
          rules={[
            { required: true, whitespace: true, message: "请填写流水号" },
            atLeast(ReceiptIn.serial_no.min, "个字符"),
          ]}
        >
          <Input maxLength={ReceiptIn.serial_no.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name="principal" label="本金" extra={`剩余本金 ${moneyText(loan.owed, "yuan")}`}>
          <YuanInput />
        </Form.Item>
        <Form.Item name="interest" label="利息">
          <YuanInput />
        </Form.Item>
        <Form.Item name="other" label="费用及罚息（选填）">
          <YuanInput />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
