/** 投资条款书: the terms that bind the investor until their validity ends; starts from the own offer. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { TermSheet } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { EquityTermsFields } from "../offers/EquityTermsFields";
import { validityRange } from "../rules";
import type { StepDialogProps } from "./ContactDialog";

type Values = Schema<"TermSheet">;

export function TermSheetDialog({ order, onDone, onClose }: StepDialogProps) {
  const offer = order.equity?.offer;
  return (
    <FormDialog<Values>
      title="提交投资条款书"
      initialValues={{
        amount: offer?.amount ?? order.demand.amount,
        pre_money: offer?.pre_money ?? order.demand.valuation ?? undefined,
      }}
      okText="提交并发给企业"
      wide
      write={({ amount, pre_money, conditions, valid_until }, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/term-sheet", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: {
              amount,
              pre_money,
              conditions: conditions?.trim() || null,
              valid_until,
            },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("投资条款书已发给企业")}
      onClose={onClose}
    >
      <EquityTermsFields most={order.demand.amount} />
      <div className="form-grid">
        <Form.Item
          name="valid_until"
          label="条款有效期至"
          extra="企业须在此日期前答复，最长 180 天"
          rules={[{ required: true, message: "请选择有效期" }]}
        >
          <Input type="date" {...validityRange()} />
        </Form.Item>
        <Form.Item name="conditions" label="主要条款（选填）" className="wide">
          <TextArea
            rows={4}
            maxLength={TermSheet.conditions.max}
            showCount
            placeholder="例如董事席位、对赌、里程碑、退出安排"
          />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
