/**
 * A long form in steps. All steps stay mounted, so nothing typed is lost; 下一步 checks the fields of the step; a server error
 * opens the step of the first bad field.
 */
import { Button, Form, type FormInstance } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useIsPhone } from "@/lib/useMedia";
import { applyProblem, type FormProblem, fieldPath } from "./applyProblem";
import { ProblemAlert } from "./ProblemAlert";
import { StepTrack } from "./StepTrack";

export type FormStep = {
  key: string;
  title: string;
  /** Top-level field names of this step; they are checked before going on. */
  fields: string[];
  content: ReactNode;
};

type Props<T> = {
  form: FormInstance<T>;
  steps: FormStep[];
  initialValues?: Partial<T>;
  submitText: string;
  submitting: boolean;
  /** The error of the last submit, as thrown. */
  error: unknown;
  onSubmit: (values: T) => void;
  onValuesChange?: (values: T) => void;
  /** Extra buttons, for example 保存草稿. */
  extra?: ReactNode;
};

export function StepForm<T extends object>(props: Props<T>) {
  const { form, steps, initialValues, submitText, submitting, error, onSubmit, onValuesChange, extra } =
    props;
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const phone = useIsPhone();
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const step = steps[at];
  const last = at === steps.length - 1;

  // The error belongs to one submit; jumping again on every render would fight with the user.
  const stepsRef = useRef(steps);
  stepsRef.current = steps;
  useEffect(() => {
    if (!error) {
      setProblem(null);
      return;
    }
    const applied = applyProblem(form, error);
    setProblem(applied);
    const bad = form.getFieldsError().filter((field) => field.errors.length > 0);
    const names = [
      ...bad.map((field) => String(field.name[0])),
      ...applied.errors.map((e) => String(fieldPath(e.field)[0])),
    ];
    const target = stepsRef.current.findIndex((candidate) =>
      candidate.fields.some((field) => names.includes(field)),
    );
    if (target >= 0) setAt(target);
  }, [error, form]);

  // A step begins at its heading, for the eye, the keyboard and screen readers; not again when something else is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it belongs to the change of the step.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [at]);

  const go = (next: number) => {
    moved.current = true;
    setAt(next);
  };
  const forward = async () => {
    const names = step?.fields.map((field) => [field]) ?? [];
    const checked = await form.validateFields(names as never, { recursive: true }).then(
      () => true,
      () => false,
    );
    if (checked) go(at + 1);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="step-form"
      initialValues={initialValues as Parameters<typeof form.setFieldsValue>[0]}
      onValuesChange={(_changed, values) => onValuesChange?.(values as T)}
      onFinish={(values) => onSubmit(values)}
      onFinishFailed={({ errorFields }) => {
        const name = String(errorFields[0]?.name[0]);
        const target = steps.findIndex((candidate) => candidate.fields.includes(name));
        if (target >= 0) setAt(target);
      }}
    >
      {phone ? (
        <p className="step-count">
          第 {at + 1} 步，共 {steps.length} 步
        </p>
      ) : (
        <StepTrack at={at} steps={steps} />
      )}
      <h2 ref={heading} tabIndex={-1} className="step-title">
        {step?.title}
      </h2>
      {steps.map((item, index) => (
        <div key={item.key} hidden={index !== at}>
          {item.content}
        </div>
      ))}
      <ProblemAlert problem={problem} />
      <div className="action-bar">
        <div className="action-bar-buttons">
          {at > 0 && <Button onClick={() => go(at - 1)}>上一步</Button>}
          {extra}
          {/* Keys of their own: a button that turned into the other under the pointer would submit at once. */}
          {last ? (
            <Button key="submit" type="primary" htmlType="submit" loading={submitting}>
              {submitText}
            </Button>
          ) : (
            <Button key="next" type="primary" onClick={forward}>
              下一步
            </Button>
          )}
        </div>
      </div>
    </Form>
  );
}
