/** 登记用途核查: what the money was used for, as the institution found it. */

import { Form, Radio } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { UseCheckIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { USE_FINDING } from "@/labels/servicing";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import { UploadField } from "@/ui/UploadField";
import type { LoanDialogProps } from "./ReceiptDialog";

export function UseCheckDialog({ loan, onDone, onClose }: LoanDialogProps) {
  const [busy, setBusy] = useState(false);
  const today = todayIn(now());
  return (
    <FormDialog<Schema<"UseCheckIn">>
      title="登记用途核查"
      initialValues={{ checked_on: today, attachments: [] }}
      okText="登记"
      okDisabled={busy}
      write={({ checked_on, finding, note, attachments }, headers) =>
        unwrap(
          api.POST("/institution/draws/{id}/use-checks", {
            params: { path: { id: loan.id }, header: ifMatch(loan.version) },
            body: { checked_on, finding, note: note.trim(), attachments: attachments ?? [] },
            headers,
          }),
        )
      }
      changes="servicing"
      onDone={() => onDone("已登记用途核查")}
      onClose={onClose}
    >
      <Form.Item name="checked_on" label="核查日期" rules={[{ required: true, message: "请选择核查日期" }]}>
        <Input type="date" min={loan.paid_on} max={today} />
      </Form.Item>
      <Form.Item name="finding" label="核查结果" rules={[{ required: true, message: "请选择核查结果" }]}>
        <Radio.Group options={options(USE_FINDING)} />
      </Form.Item>
      <Form.Item
        name="note"
        label="核查情况"
        extra="企业会看到。"
        rules={[
          { required: true, whitespace: true, message: "请填写核查情况" },
          atLeast(UseCheckIn.note.min),
        ]}
      >
        <TextArea
          rows={4}
          maxLength={UseCheckIn.note.max}
          showCount
          placeholder="核查方式和看到的情况，例如核对采购合同、发票和付款流水"
        />
      </Form.Item>
      <Form.Item name="attachments" label="附件（选填）">
        <UploadField label="核查附件" most={UseCheckIn.attachments.max} onBusy={setBusy} />
      </Form.Item>
    </FormDialog>
  );
}
