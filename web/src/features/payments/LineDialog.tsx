/** What became of a payment: its voucher, or why it came back. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { PaidIn, PaymentFailedIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatDate, todayIn } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";

type Values = { voucher?: string; paid_on?: string; reason?: string };

type Props = {
  batch: Schema<"PaymentBatchDetail">;
  line: Schema<"PaymentLineView">;
  what: "paid" | "failed";
  onDone: () => void;
  onClose: () => void;
};

export function LineDialog({ batch, line, what, onDone, onClose }: Props) {
  const params = { path: { id: batch.id, application: line.application_id } };
  const paid = what === "paid";
  return (
    <FormDialog<Values>
      title={paid ? "登记拨付" : "登记拨付失败"}
      okText="登记"
      initialValues={paid ? { paid_on: todayIn(now()) } : {}}
      write={({ voucher = "", paid_on = "", reason = "" }, headers) =>
        paid
          ? unwrap(
              api.POST("/government/payments/{id}/lines/{application}/paid", {
                params,
                body: { voucher: voucher.trim(), paid_on },
                headers,
              }),
            )
          : unwrap(
              api.POST("/government/payments/{id}/lines/{application}/failed", {
                params,
                body: { reason: reason.trim() },
                headers,
              }),
            )
      }
      changes="applications"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">
        {line.enterprise}，{moneyText(line.amount)}
      </p>
      {paid ? (
        <>
          <Form.Item
            name="voucher"
            label="凭证号"
            rules={[{ required: true, message: "请填写凭证号" }, atLeast(4)]}
          >
            <Input maxLength={PaidIn.voucher.max} autoComplete="off" />
          </Form.Item>
          <Form.Item name="paid_on" label="拨付日期" rules={[{ required: true, message: "请填写拨付日期" }]}>
            <Input type="date" min={formatDate(batch.created_at)} max={todayIn(now())} />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="reason"
          label="失败原因（企业可见）"
          rules={[{ required: true, message: "请填写失败原因" }, atLeast(2)]}
        >
          <TextArea rows={3} maxLength={PaymentFailedIn.reason.max} showCount />
        </Form.Item>
      )}
    </FormDialog>
  );
}
