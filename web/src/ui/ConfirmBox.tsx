/** What a confirmation shows, loaded when the first one opens. */
import { Button, Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { type ReactNode, useId } from "react";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Topic } from "@/api/topics";
import type { FieldsOf } from "@/labels/fields";
import { atLeast } from "@/ui/textRules";
import { CannedReasons, withCanned } from "./CannedReasons";
import { FilledModal } from "./FilledModal";
import { ProblemAlert } from "./ProblemAlert";

export type ConfirmProps<Out> = {
  title: string;
  /** What will happen, in plain words. */
  children?: ReactNode;
  okText: string;
  danger?: boolean;
  /** Asks for a reason, within the limits of the document. Optional when `required` is false. */
  reason?: {
    label: string;
    limit: { readonly min?: number; readonly max: number };
    required?: boolean;
    placeholder?: string;
    /** 常用意见, which fill the field with one press. */
    canned?: readonly string[];
  };
  /** The reason is empty where none is asked for. */
  write: (reason: string, headers: IntentHeader) => Promise<Out>;
  changes?: Topic;
  onDone: (out: Out) => void;
  onClose: () => void;
  /** Of what the fields are that it may be refused for, and where they are put right. */
  of?: FieldsOf;
  mend?: { label: string; go: () => void };
};

export function ConfirmBox<Out>(props: ConfirmProps<Out>) {
  const { title, children, okText, danger, reason, changes } = props;
  const [form] = Form.useForm<{ reason?: string }>();
  const confirm = useIntent(props.write, { changes, onSuccess: props.onDone });
  // Beside another form on the page, the field needs an id of its own.
  const name = useId();
  const required = reason !== undefined && reason.required !== false;
  const min = reason?.limit.min ?? (required ? 1 : 0);
  const pick = (text: string) => {
    const value = withCanned(form.getFieldValue("reason"), text).slice(0, reason?.limit.max);
    form.setFields([{ name: "reason", value, touched: true, errors: [] }]);
    form.focusField("reason");
  };
  return (
    <FilledModal
      form={form}
      title={title}
      okText={okText}
      cancelText="取消"
      // With nothing to fill in, Enter is the answer; what ends something is to be gone to.
      okButtonProps={{ danger, autoFocus: !reason && !danger }}
      confirmLoading={confirm.isPending}
      onOk={() => form.submit()}
      onClose={props.onClose}
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        onFinish={(values) => confirm.mutate(values.reason?.trim() ?? "")}
      >
        <div className="dialog-text">{children}</div>
        {reason?.canned && (
          <CannedReasons texts={reason.canned} onPick={(index) => pick(reason.canned?.[index] ?? "")} />
        )}
        {reason && (
          <Form.Item
            name="reason"
            label={reason.label}
            rules={[{ required, whitespace: true, message: `请填写${reason.label}` }, atLeast(min)]}
          >
            <TextArea rows={4} maxLength={reason.limit.max} showCount placeholder={reason.placeholder} />
          </Form.Item>
        )}
        <ProblemAlert problem={confirm.error} of={props.of} />
        {props.mend && (confirm.error?.errors.length ?? 0) > 0 && (
          <Button onClick={props.mend.go}>{props.mend.label}</Button>
        )}
      </Form>
    </FilledModal>
  );
}
