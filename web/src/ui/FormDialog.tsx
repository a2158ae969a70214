/** A form in a dialog: keeps what was typed when closed, shows server errors on the fields, stays open until it succeeded. */
import { Form, type FormInstance, Modal } from "antd";
import { type ReactNode, useEffect, useId, useState } from "react";
import { applyProblem, type FormProblem } from "./applyProblem";
import { ProblemAlert } from "./ProblemAlert";

type Props<T> = {
  open: boolean;
  title: string;
  form: FormInstance<T>;
  initialValues?: Partial<T>;
  okText: string;
  okDisabled?: boolean;
  pending: boolean;
  /** The error of the last attempt, as thrown. */
  error: unknown;
  wide?: boolean;
  onSubmit: (values: T) => void;
  onClose: () => void;
  children: ReactNode;
};

export function FormDialog<T extends object>(props: Props<T>) {
  const { open, title, form, initialValues, okText, okDisabled, pending, error, wide, children } = props;
  // Several dialogs are mounted at once: without a name of their own, their fields would share ids.
  const name = useId();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  useEffect(() => {
    setProblem(error ? applyProblem(form, error) : null);
  }, [error, form]);
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText="取消"
      width={wide ? 760 : 560}
      mask={{ closable: false }}
      okButtonProps={{ disabled: okDisabled }}
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      forceRender
      destroyOnHidden={false}
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        initialValues={initialValues as Parameters<typeof form.setFieldsValue>[0]}
        onFinish={props.onSubmit}
      >
        {children}
        <ProblemAlert problem={problem} />
      </Form>
    </Modal>
  );
}
