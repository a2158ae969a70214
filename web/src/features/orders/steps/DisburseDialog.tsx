/** 登记放款: the figures of the payment; the enterprise confirms them afterwards. Disputed ones are put right in the same form. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { Disbursement } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { MoneyInput, MonthsInput, RateInput } from "@/ui/ScaledInput";
import { atLeast } from "@/ui/textRules";
import { amountRule, rateRule, termRule } from "../rules";
import type { StepDialogProps } from "./ContactDialog";

type Values = Schema<"Disbursement">;

type Props = StepDialogProps & { correcting?: boolean };

export function DisburseDialog({ order, correcting, onDone, onClose }: Props) {
  const granted = order.decision;
  const most = granted?.amount ?? 0;
  return (
    <FormDialog<Values>
      title={correcting ? "更正放款记录" : "登记放款"}
      initialValues={
        correcting && order.disbursement
          ? order.disbursement
          : {
              amount: granted?.amount,
              rate: granted?.rate,
              term_months: granted?.term_months,
              first_loan: order.demand.first_loan,
            }
      }
      okText={correcting ? "保存更正" : "登记放款"}
      wide
      write={(values, headers) =>
        unwrap(
          api.POST(
            correcting ? "/institution/orders/{id}/correct-payment" : "/institution/orders/{id}/disburse",
            {
              params: { path: { id: order.id }, header: ifMatch(order.version) },
              body: {
                paid_on: values.paid_on,
                amount: values.amount,
                rate: values.rate,
                term_months: values.term_months,
                voucher_no: values.voucher_no.trim(),
                guarantor: values.guarantor?.trim() || null,
                first_loan: values.first_loan === true,
              },
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
        </p>
      )}
      <div className="form-grid">
        <Form.Item name="paid_on" label="放款日期" rules={[{ required: true, message: "请选择放款日期" }]}>
          <Input type="date" max={todayIn(new Date())} />
        </Form.Item>
        <Form.Item
          name="amount"
          label="放款金额"
          required
          extra={`不超过批准金额 ${moneyText(most)}`}
          rules={[amountRule(most)]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="rate" label="执行年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
        <Form.Item name="term_months" label="期限" required rules={[termRule]}>
          <MonthsInput />
        </Form.Item>
        <Form.Item
          name="voucher_no"
          label="借据或凭证号"
          rules={[
            { required: true, whitespace: true, message: "请填写借据或凭证号" },
            atLeast(Disbursement.voucher_no.min, "个字符"),
          ]}
        >
          <Input maxLength={Disbursement.voucher_no.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name="guarantor" label="担保方（选填）">
          <Input maxLength={Disbursement.guarantor.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name="first_loan" valuePropName="checked" className="wide">
          <Checkbox>首贷：该企业此前没有银行贷款记录</Checkbox>
        </Form.Item>
      </div>
    </FormDialog>
  );
}
