/** A form in a dialog, mounted while it is open: it writes, shows server errors on the fields, and stays until it succeeded. */
import { Form, type FormInstance } from "antd";
import { type ReactNode, useEffect, useId, useState } from "react";
import type { AgreementKind } from "@/api/agreements";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Topic } from "@/api/topics";
import { applyProblem, type FormProblem } from "./applyProblem";
import { FilledModal } from "./FilledModal";
import { ProblemAlert } from "./ProblemAlert";

type Props<T, Out> = {
  title: string;
  /** Only for those that watch or set its fields. */
  form?: FormInstance<T>;
  initialValues?: Partial<T>;
  okText: string;
  okDisabled?: boolean;
  /** What leaves the dialog, where it stays open after a write. */
  cancelText?: string;
  wide?: boolean;
  write: (values: T, headers: IntentHeader, agreementVersion: number) => Promise<Out>;
  /** The agreement that is signed with it. */
  signs?: AgreementKind;
  changes?: Topic;
  onDone: (out: Out) => void;
  onClose: () => void;
  children: ReactNode;
};

export function FormDialog<T extends object, Out = unknown>(props: Props<T, Out>) {
  const { title, initialValues, okText, okDisabled, wide, changes, children } = props;
  const [form] = Form.useForm<T>(props.form);
  const submit = useIntent(props.write, {
    changes,
    signs: props.signs,
    onSuccess: (out) => {
      // What was sent is not lost when the dialog closes.
      form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as never, touched: false })));
      props.onDone(out);
    },
  });
  const { error } = submit;
  // Beside another form on the page, the fields need ids of their own.
  const name = useId();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  useEffect(() => {
    setProblem(error ? applyProblem(form, error) : null);
  }, [error, form]);
  return (
    <FilledModal
      form={form}
      title={title}
      okText={okText}
      cancelText={props.cancelText ?? "取消"}
      width={wide ? 760 : 560}
      mask={{ closable: false }}
      okButtonProps={{ disabled: okDisabled }}
      confirmLoading={submit.isPending}
      onOk={() => form.submit()}
      onClose={props.onClose}
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        initialValues={initialValues as Parameters<typeof form.setFieldsValue>[0]}
        onFinish={(values) => submit.mutate(values)}
      >
        {children}
        <ProblemAlert problem={problem} />
      </Form>
    </FilledModal>
  );
}
