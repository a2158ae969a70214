/** The figures of a payment, of the first one and of further draws: terms, fees, contract and voucher. */

import { Form } from "antd";
import Input from "antd/es/input/Input";
import type { ReactNode } from "react";
import { DrawTerms } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { options } from "@/labels/label";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, MonthsInput, RateInput } from "@/ui/ScaledInput";
import { atLeast } from "@/ui/textRules";
import { UploadField } from "@/ui/UploadField";
import { FeeFields } from "../offers/FeeFields";
import { amountRule, rateRule, termRule } from "../rules";

type Props = {
  /** What it is called: 放款 or 提款. */
  what: "放款" | "提款";
  /** Not before this day. */
  since?: string;
  most: number;
  amountHint: string;
  files?: Schema<"FileInfo">[];
  onBusy: (busy: boolean) => void;
  /** Fields beside contract and voucher. */
  children?: ReactNode;
};

export function PaymentFields({ what, since, most, amountHint, files, onBusy, children }: Props) {
  return (
    <>
      <div className="form-grid">
        <Form.Item
          name="paid_on"
          label={`${what}日期`}
          rules={[{ required: true, message: `请选择${what}日期` }]}
        >
          <Input type="date" min={since} max={todayIn(now())} />
        </Form.Item>
        <Form.Item name="amount" label={`${what}金额`} required extra={amountHint} rules={[amountRule(most)]}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="rate" label="执行年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
        <Form.Item name="term_months" label="期限" required rules={[termRule]}>
          <MonthsInput />
        </Form.Item>
        <Form.Item name="repayment" label="还款方式" rules={[{ required: true, message: "请选择还款方式" }]}>
          <NativeSelect options={options(REPAYMENT)} />
        </Form.Item>
        <Form.Item name="guarantee" label="担保方式" rules={[{ required: true, message: "请选择担保方式" }]}>
          <NativeSelect options={options(GUARANTEE)} />
        </Form.Item>
      </div>
      <FeeFields />
      <div className="form-grid">
        <Form.Item
          name="contract_no"
          label="借款合同编号"
          rules={[
            { required: true, whitespace: true, message: "请填写合同编号" },
            atLeast(DrawTerms.contract_no.min),
          ]}
        >
          <Input maxLength={DrawTerms.contract_no.max} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="voucher_no"
          label="借据或凭证号"
          extra="每个凭证号只能登记一次"
          rules={[
            { required: true, whitespace: true, message: "请填写借据或凭证号" },
            atLeast(DrawTerms.voucher_no.min),
          ]}
        >
          <Input maxLength={DrawTerms.voucher_no.max} autoComplete="off" />
        </Form.Item>
        {children}
        <Form.Item name="attachments" label="合同与凭证文件（选填）" className="wide">
          <UploadField
            label="合同与凭证文件"
            most={DrawTerms.attachments.max}
            known={files}
            onBusy={onBusy}
          />
        </Form.Item>
      </div>
    </>
  );
}

/** The part of a body that both have. */
export const paymentBody = (values: Schema<"DrawTerms">): Required<Schema<"DrawTerms">> => ({
  paid_on: values.paid_on,
  amount: values.amount,
  rate: values.rate,
  term_months: values.term_months,
  repayment: values.repayment,
  guarantee: values.guarantee,
  fees: values.fees ?? [],
  contract_no: values.contract_no.trim(),
  voucher_no: values.voucher_no.trim(),
  attachments: values.attachments ?? [],
});
