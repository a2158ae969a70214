/** 登记到账: one payment of the investor; the last one ends the payments. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { TrancheIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { MoneyInput } from "@/ui/ScaledInput";
import { atLeast } from "@/ui/textRules";
import { paymentRule } from "../rules";
import type { StepDialogProps } from "./ContactDialog";

type Values = Schema<"TrancheIn">;

export function TrancheDialog({ order, onDone, onClose }: StepDialogProps) {
  const left = (order.equity?.term_sheet?.amount ?? 0) - (order.equity?.paid ?? 0);
  return (
    <FormDialog<Values>
      title="登记到账"
      okText="登记到账"
      write={(values, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/tranches", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: {
              paid_on: values.paid_on,
              amount: values.amount,
              voucher_no: values.voucher_no.trim(),
              last: values.last === true,
            },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已登记到账")}
      onClose={onClose}
    >
      <Form.Item name="paid_on" label="到账日期" rules={[{ required: true, message: "请选择到账日期" }]}>
        <Input type="date" max={todayIn(now())} />
      </Form.Item>
      <Form.Item
        name="amount"
        label="到账金额"
        required
        extra={`尚未到账 ${moneyText(left)}`}
        rules={[paymentRule(left)]}
      >
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name="voucher_no"
        label="银行回单号"
        rules={[
          { required: true, whitespace: true, message: "请填写银行回单号" },
          atLeast(TrancheIn.voucher_no.min, "个字符"),
        ]}
      >
        <Input maxLength={TrancheIn.voucher_no.max} autoComplete="off" />
      </Form.Item>
      <Form.Item name="last" valuePropName="checked">
        <Checkbox>这是最后一笔，款项已付清</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
