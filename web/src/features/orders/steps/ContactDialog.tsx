/** 登记首次联系: how the enterprise was reached and what was agreed. */
import { Form, Select } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { Contact } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { CONTACT_METHOD } from "@/labels/finance";
import { options } from "@/labels/label";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";

export type StepDialogProps = {
  order: Schema<"InstitutionOrderView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ContactDialog({ order, onDone, onClose }: StepDialogProps) {
  return (
    <FormDialog<Schema<"Contact">>
      title="登记首次联系"
      okText="登记"
      write={({ method, note }, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/contact", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { method, note: note.trim() },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已登记首次联系")}
      onClose={onClose}
    >
      <Form.Item name="method" label="联系方式" rules={[{ required: true, message: "请选择联系方式" }]}>
        <Select options={options(CONTACT_METHOD)} placeholder="请选择" />
      </Form.Item>
      <Form.Item
        name="note"
        label="沟通情况"
        rules={[{ required: true, whitespace: true, message: "请填写沟通情况" }, atLeast(Contact.note.min)]}
      >
        <TextArea rows={4} maxLength={Contact.note.max} showCount placeholder="沟通要点和下一步安排" />
      </Form.Item>
    </FormDialog>
  );
}
