/** 登记首次联系: how the enterprise was reached and what was agreed. */
import { Form, Input, Select } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { CONTACT_METHOD } from "@/labels/finance";
import { options } from "@/labels/label";
import { FormDialog } from "@/ui/FormDialog";
import { useOrderWrite } from "./queries";

export type StepDialogProps = {
  order: Schema<"InstitutionOrderView">;
  open: boolean;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ContactDialog({ order, open, onDone, onClose }: StepDialogProps) {
  const [form] = Form.useForm<Omit<Schema<"ContactIn">, "version">>();
  const write = useOrderWrite(
    (body: Schema<"ContactIn">, headers) =>
      unwrap(
        api.POST("/institution/orders/{id}/contact", { params: { path: { id: order.id } }, body, headers }),
      ),
    () => onDone("已登记首次联系"),
  );
  return (
    <FormDialog
      open={open}
      title="登记首次联系"
      form={form}
      okText="登记"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ method, note }) => write.send({ version: order.version, method, note: note.trim() })}
      onClose={onClose}
    >
      <Form.Item name="method" label="联系方式" rules={[{ required: true, message: "请选择联系方式" }]}>
        <Select options={options(CONTACT_METHOD)} placeholder="请选择" />
      </Form.Item>
      <Form.Item
        name="note"
        label="沟通情况"
        rules={[
          { required: true, whitespace: true, message: "请填写沟通情况" },
          { min: 2, message: "至少 2 个字", transform: (value?: string) => value?.trim() },
        ]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount placeholder="沟通要点和下一步安排" />
      </Form.Item>
    </FormDialog>
  );
}
