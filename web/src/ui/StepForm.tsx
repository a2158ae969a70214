/**
 * A long form in steps. All steps stay mounted, so nothing typed is lost; 下一步 checks the fields of the step; a server error
 * opens the step of the first bad field.
 */
import { Button, Form, type FormInstance } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Problem } from "@/api/problem";
import type { FieldsOf } from "@/labels/fields";
import { useIsPhone } from "@/lib/useMedia";
import { applyProblem, type FormProblem, fieldPath } from "./applyProblem";
import { ProblemAlert } from "./ProblemAlert";
import { StepTrack } from "./StepTrack";
import { useSaveMarks } from "./useSaveMarks";

export type FormStep = {
  key: string;
  title: string;
  /** Top-level field names of this step; they are checked before going on. */
  fields: readonly string[];
  content: ReactNode;
  /** Whether nothing is left in it, where steps are gone to in any order. */
  done?: boolean;
};

type Props<T> = {
  form: FormInstance<T>;
  steps: FormStep[];
  initialValues?: Partial<T>;
  submitText: string;
  submitting: boolean;
  /** The error of the last submit, as thrown. */
  error: unknown;
  /** The error of the last draft: its fields are marked while one types, and led to when the step was to be left. */
  saveError?: Problem | null;
  /** Of what the fields are, for what no field of the step can show. */
  of?: FieldsOf;
  onSubmit: (values: T) => void;
  onValuesChange?: (values: T) => void;
  /** Extra buttons, for example 保存草稿. */
  extra?: ReactNode;
  /** Which step is open, where the page keeps that in its address: then each step can be gone to. */
  place?: { at: number; go: (next: number) => void };
  /** Keeps what a step has before the next opens, and says whether it could. */
  onStep?: (at: number) => Promise<boolean>;
  /** Above the buttons: how far all of it has come. */
  progress?: ReactNode;
  /** Beginning of the ids of the fields, for links into them. */
  name?: string;
};

type Path = (string | number)[];

export function StepForm<T extends object>(props: Props<T>) {
  const { form, steps, initialValues, submitText, submitting, error, onSubmit, onValuesChange, extra } =
    props;
  const { place, onStep, progress, name, of } = props;
  const own = useState(0);
  const [at, setAt] = place ? [place.at, place.go] : own;
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const phone = useIsPhone();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  /** The field that the next step is opened for; otherwise it begins at its heading. */
  const wanted = useRef<Path | undefined>(undefined);
  const step = steps[at];
  const last = at === steps.length - 1;

  /** Leads to the first field of these: in the open step, for who sees something wrong already stays with it; else where it is. */
  const lead = (names: Path[]) => {
    const wrong = (one?: FormStep) => names.find(([top]) => one?.fields.includes(String(top)));
    const target = wrong(step) ? at : steps.findIndex(wrong);
    wanted.current = wrong(steps[target]);
    if (target === at) arrive();
    else if (wanted.current) setAt(target);
  };
  /** A step begins at its heading, for the eye, the keyboard and screen readers, or at the field that it was opened for. */
  const arrive = () => {
    const field = wanted.current;
    wanted.current = undefined;
    if (field) return form.scrollToField(field, { block: "center", focus: true });
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  };
  const latest = useRef({ lead, arrive });
  latest.current = { lead, arrive };

  // The error belongs to one submit; jumping again on every render would fight with the user.
  useEffect(() => {
    const applied = error ? applyProblem(form, error) : null;
    setProblem(applied);
    const bad = form.getFieldsError().filter((field) => field.errors.length > 0);
    if (applied)
      latest.current.lead([
        ...bad.map((field) => field.name),
        ...applied.errors.map((one) => fieldPath(one.field)),
      ]);
  }, [error, form]);

  // Not again when something else is drawn.
  useEffect(() => {
    if (shown.current !== at) latest.current.arrive();
    shown.current = at;
  }, [at]);

  const marks = useSaveMarks(form, props.saveError, (names) => lead(names));
  const unseen = marks.unseen(step?.fields ?? []);

  const refused = (fields: { name: Path }[]) => {
    lead(fields.map(({ name }) => name));
    return false;
  };
  const forward = async () => {
    const names = step?.fields.map((field) => [field]) ?? [];
    const checked = await form.validateFields(names as never, { recursive: true }).then(
      () => true,
      ({ errorFields }) => refused(errorFields),
    );
    if (!checked) return;
    marks.leave(true);
    if (!(await (onStep?.(at) ?? true))) return;
    marks.leave(false);
    setAt(at + 1);
  };
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      className="step-form"
      initialValues={initialValues as Parameters<typeof form.setFieldsValue>[0]}
      onValuesChange={(_changed, values) => onValuesChange?.(values as T)}
      onFinish={(values) => onSubmit(values)}
      onFinishFailed={({ errorFields }) => refused(errorFields as { name: Path }[])}
    >
      {(place || !phone) && <StepTrack at={at} steps={steps} onGo={place && setAt} />}
      {phone && (
        <p className="step-count">
          第 {at + 1} 步，共 {steps.length} 步
        </p>
      )}
      <h2 ref={heading} tabIndex={-1} className="step-title">
        {step?.title}
      </h2>
      {steps.map((item, index) => (
        <div key={item.key} hidden={index !== at}>
          {item.content}
        </div>
      ))}
      {!progress && <ProblemAlert problem={problem} of={of} />}
      <ProblemAlert problem={unseen} of={of} />
      <div className={progress ? "action-bar is-sticky" : "action-bar"}>
        {/* Below a long step nobody would see it. */}
        {progress && <ProblemAlert problem={problem} of={of} />}
        {progress}
        <div className="action-bar-buttons">
          {at > 0 && <Button onClick={() => setAt(at - 1)}>上一步</Button>}
          {extra}
          {/* Keys of their own: a button that turned into the other under the pointer would submit at once. */}
          {last ? (
            <Button key="submit" type="primary" htmlType="submit" loading={submitting}>
              {submitText}
            </Button>
          ) : (
            <Button key="next" type="primary" loading={onStep && submitting} onClick={forward}>
              {onStep ? "保存，下一步" : "下一步"}
            </Button>
          )}
        </div>
      </div>
    </Form>
  );
}
