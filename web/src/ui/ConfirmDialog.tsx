/** A decision with its consequences in words, optionally with a reason; stays open with the error when the server refuses. */
import { Form, Input, Modal } from "antd";
import { type ReactNode, useEffect, useId } from "react";
import type { Problem } from "@/api/problem";
import { ProblemAlert } from "./ProblemAlert";

type Props = {
  open: boolean;
  title: string;
  /** What will happen, in plain words. */
  children?: ReactNode;
  okText: string;
  danger?: boolean;
  /** Asks for a reason; `min` characters. Optional when `required` is false. */
  reason?: { label: string; min?: number; max?: number; required?: boolean; placeholder?: string };
  pending: boolean;
  problem: Problem | null | undefined;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

export function ConfirmDialog({
  open,
  title,
  children,
  okText,
  danger,
  reason,
  pending,
  problem,
  onConfirm,
  onClose,
}: Props) {
  const [form] = Form.useForm<{ reason?: string }>();
  // Several dialogs may stand on one page; each label has to find its own field.
  const name = useId();
  useEffect(() => {
    if (open) form.resetFields();
  }, [open, form]);
  const required = reason !== undefined && reason.required !== false;
  const min = reason?.min ?? (required ? 1 : 0);
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText="取消"
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={onClose}
      forceRender
      destroyOnHidden={false}
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        onFinish={(values) => onConfirm(values.reason?.trim() ?? "")}
      >
        <div className="dialog-text">{children}</div>
        {reason && (
          <Form.Item
            name="reason"
            label={reason.label}
            rules={[
              { required, whitespace: true, message: `请填写${reason.label}` },
              { min, message: `至少 ${min} 个字`, transform: (value?: string) => value?.trim() },
            ]}
          >
            <Input.TextArea
              rows={4}
              maxLength={reason.max ?? 500}
              showCount
              placeholder={reason.placeholder}
            />
          </Form.Item>
        )}
        <ProblemAlert problem={problem} />
      </Form>
    </Modal>
  );
}
