/** 批准授信: the terms that bind the institution until their validity ends; starts from the own offer. */
import { Form, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { Decision } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { options } from "@/labels/label";
import { feeOf } from "@/lib/loan";
import { FormDialog } from "@/ui/FormDialog";
import { TermsFields } from "../offers/TermsFields";
import { validityRange } from "../rules";
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
        term_months: offer?.term_months ?? demand.term_months ?? undefined,
        fees: offer?.fees ?? (product ? productFees(product, demand) : []),
        repayment: demand.repayments.length === 1 ? demand.repayments[0] : undefined,
        guarantee: demand.guarantees.length === 1 ? demand.guarantees[0] : undefined,
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
      <TermsFields most={demand.amount} />
      <div className="form-grid">
        <Form.Item name="repayment" label="还款方式" rules={[{ required: true, message: "请选择还款方式" }]}>
          <Select options={options(REPAYMENT)} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="guarantee" label="担保方式" rules={[{ required: true, message: "请选择担保方式" }]}>
          <Select options={options(GUARANTEE)} placeholder="请选择" />
        </Form.Item>
        <Form.Item
          name="valid_until"
          label="授信有效期至"
          extra="企业须在此日期前答复，最长 180 天"
          rules={[{ required: true, message: "请选择有效期" }]}
        >
          <Input type="date" {...validityRange()} />
        </Form.Item>
        <Form.Item name="conditions" label="授信条件（选填）" className="wide">
          <TextArea
            rows={3}
            maxLength={Decision.conditions.max}
            showCount
            placeholder="例如需追加的担保、账户监管要求"
          />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

/** The product's fees for the loan that was applied for. */
function productFees(
  product: Schema<"ProductContent">,
  { amount, term_months }: Schema<"MarketDemand">,
): Schema<"Fee">[] {
  return product.fees.map((fee) => ({ name: fee.name, amount: feeOf(fee, amount, term_months ?? 12) }));
}
