/**
 * An application as it is written: what the rules say, the form, figures, materials, the account, and everything once more before it
 * is handed in. Whatever is typed is kept as a draft; what was saved elsewhere in the meantime stands beside it.
 */
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { toProblem } from "@/api/problem";
import { startValues, useDraftSave } from "@/api/useDraftSave";
import { todayIn } from "@/lib/dates";
import { answersOf } from "@/lib/forms/answers";
import { waitingText } from "@/lib/forms/computed";
import { now } from "@/lib/now";
import { goToField } from "@/ui/forms/fieldPlaces";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { SaveNote } from "@/ui/SaveNote";
import { StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { AllDefects } from "./AllDefects";
import { ApplicationReadout } from "./ApplicationReadout";
import { ConflictNote } from "./ConflictNote";
import {
  APPLICATION_KIND,
  type Content,
  type Detail,
  formOf,
  type Spot,
  type StepKey,
  stepsOf,
  toContent,
  withPayee,
} from "./content";
import { doneOf } from "./done";
import { FiguresField, figureId } from "./FiguresField";
import { FORM_FIELDS, FormStep } from "./FormStep";
import { MaterialsField, materialId } from "./MaterialsField";
import { PayeeStep } from "./PayeeStep";
import { Precheck } from "./Precheck";
import { byName, type Refusal, standing, toldOf, toldOfFaults } from "./told";
import { useBusy } from "./useBusy";

/** Beginning of the ids of the controls. */
const NAME = "application";

type Props = { detail: Detail; onSubmitted: (detail: Detail) => void };

export function ApplicationWizard({ detail, onSubmitted }: Props) {
  const [form] = Form.useForm<Content>();
  const [start] = useState(() => withPayee(startValues(APPLICATION_KIND, detail), detail));
  const [content, setContent] = useState(start.values);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempts, setAttempts] = useState(0);
  /** How often what was saved elsewhere was taken over: fields then begin anew. */
  const [adopted, setAdopted] = useState(0);
  const [uploading, tellBusy] = useBusy();
  const [search, setSearch] = useSearchParams();
  const draft = useDraftSave({ kind: APPLICATION_KIND, view: detail, onCreated: onSubmitted });
  const [submitted, setSubmitted] = useState<Detail | null>(null);
  const guard = useUnsavedGuard(draft.state !== "clean" && !submitted);
  const { change } = draft;
  useEffect(() => {
    if (start.restored || start.suggested) change(start.values);
  }, [start, change]);
  useEffect(() => {
    if (submitted) onSubmitted(submitted);
  }, [submitted, onSubmitted]);

  const policyForm = formOf(detail);
  const day = todayIn(now());
  const answers = useMemo(
    () => (policyForm ? answersOf(policyForm, content.values, day) : null),
    [policyForm, content.values, day],
  );
  const steps = stepsOf(detail);
  const keys = steps.map(({ key }) => key);
  const at = Math.max(0, keys.indexOf(search.get("step") as StepKey));
  /** The furthest step that was reached: what may stay empty before it was passed. */
  const reached = useRef(at);
  reached.current = Math.max(reached.current, at);
  const done = doneOf(detail, content, answers?.defects.length ?? 0);
  const go = (next: number) =>
    setSearch({ step: keys[next] ?? "check" }, { replace: true, preventScrollReset: true });
  const focusOn = ({ step, path }: Spot) => {
    if (step === "form") return void goToField(FORM_FIELDS, path);
    if (step === "payee")
      return form.scrollToField(["payee", path || "name"], { block: "center", focus: true });
    const of = `${NAME}_${step}`;
    const place = step === "materials" ? materialId(of, path) : figureId(of, path.slice(1));
    const field = document.getElementById(place) ?? document.getElementById(of);
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  };
  /** What the step that opens is opened for; it has begun at its heading before. */
  const wanted = useRef<Spot | null>(null);
  useEffect(() => {
    const spot = wanted.current;
    if (spot === null || keys[at] !== spot.step) return;
    wanted.current = null;
    focusOn(spot);
  });
  const lead = (spot: Spot) => {
    if (keys[at] === spot.step) return focusOn(spot);
    wanted.current = spot;
    go(keys.indexOf(spot.step));
  };

  const submit = useIntent<{ id: string; version: number }, Detail>(
    ({ id, version }, headers) =>
      unwrap(
        api.POST("/enterprise/applications/{id}/submit", {
          params: { path: { id }, header: ifMatch(version) },
          headers,
        }),
      ),
    { changes: "applications", onSuccess: setSubmitted },
  );
  /** A second tap before the first has been answered, or after it was taken, is none. */
  const sending = useRef(false);
  const send = async () => {
    const kept = await draft.flush();
    if (!kept) return false;
    const sent = toContent(form.getFieldsValue(true));
    try {
      await submit.mutateAsync({ id: kept.id, version: kept.version });
      return true;
    } catch (error) {
      const { errors, code } = toProblem(error);
      setRefusal({ errors, sent });
      setAttempts((before) => before + 1);
      if (code === "conflict.stale") void draft.takeVersion();
      return false;
    }
  };
  const onSubmit = async () => {
    if (sending.current) return;
    sending.current = true;
    sending.current = await send();
  };
  const typed = (next: Content) => {
    setContent(next);
    change(next);
  };
  const adopt = (next: Content) => {
    for (const name of ["values", "figures", "materials", "payee"] as const)
      form.setFieldValue(name, next[name]);
    setAdopted(adopted + 1);
    typed(toContent(next));
  };

  const errors = refusal ? standing(refusal, content) : [];
  const checked = refusal !== null;
  const told = toldOf(checked || keys[at] === "confirm" ? (answers?.defects ?? []) : [], errors);
  const faults = detail.state === "correction" ? detail.faults : [];
  const remarks = (top: string) =>
    new Map(
      faults
        .filter(({ place }) => place.startsWith(top))
        .map(({ place, text }) => [place.slice(top.length), text]),
    );
  const parts: Record<StepKey, ReactNode> = {
    check: <Precheck judged={detail.judged} />,
    form: policyForm && (
      <Form.Item name="values" noStyle>
        <FormStep
          key={adopted}
          form={policyForm}
          day={day}
          known={detail.known}
          files={detail.files}
          remarks={[...remarks("form/")].map(([block, text]) => ({ path: `/${block}`, text }))}
          checked={checked}
          onBusy={tellBusy}
        />
      </Form.Item>
    ),
    figures: (
      <Form.Item name="figures" noStyle>
        <FiguresField key={adopted} wanted={detail.figures} wrong={byName(errors, "figures")} />
      </Form.Item>
    ),
    materials: (
      <Form.Item name="materials" noStyle>
        <MaterialsField
          wanted={detail.materials}
          known={detail.files}
          remarks={remarks("material/")}
          wrong={byName(errors, "materials")}
          onBusy={(busy) => tellBusy("materials", busy)}
        />
      </Form.Item>
    ),
    payee: <PayeeStep remark={remarks("payee").get("")} />,
    confirm: (
      <div className="stack">
        <p className="notice tone-info">请核对以下全部内容。提交后部门即开始办理，办结前可以撤回。</p>
        <ApplicationReadout
          detail={detail}
          // What is wrong is seen as it was typed.
          content={{ ...content, values: { ...content.values, ...answers?.submitted } }}
          hidden={answers?.hidden}
          waiting={(block) => policyForm && waitingText(policyForm, block, answers?.submitted ?? {})}
          extra={(step) => <Button onClick={() => go(keys.indexOf(step))}>修改</Button>}
        />
        <Precheck judged={detail.judged} />
      </div>
    ),
  };
  return (
    <>
      {start.restored && <p className="notice tone-info form-note">已恢复您上次填写的内容。</p>}
      {draft.problem?.status === 409 && (
        <ConflictNote
          detail={detail}
          mine={content}
          onAdopt={adopt}
          onKeep={() => void draft.takeVersion()}
        />
      )}
      <AllDefects title="请按补正要求修改" tone="warn" told={toldOfFaults(faults)} onGo={lead} />
      <AllDefects
        // What a new attempt found is told anew.
        key={attempts}
        title="提交前还需要修改"
        tone="err"
        told={told}
        onGo={lead}
      />
      <StepForm<Content>
        form={form}
        name={NAME}
        steps={steps.map((step, index) => ({
          ...step,
          done: done(step.key, index < reached.current),
          content: parts[step.key],
        }))}
        place={{ at, go }}
        initialValues={start.values}
        submitText={faults.length > 0 ? "提交补正" : "提交申请"}
        submitting={submit.isPending || draft.state === "saving" || uploading}
        // What was wrong and has been mended is wrong no more.
        error={refusal && refusal.errors.length > 0 && told.length === 0 ? null : submit.error}
        onSubmit={() => void onSubmit()}
        onValuesChange={() => typed(toContent(form.getFieldsValue(true)))}
        onStep={async () => (await draft.flush()) !== null}
        extra={<Button onClick={() => void draft.flush()}>保存草稿</Button>}
      />
      <SaveNote state={draft.state} problem={draft.problem} />
      {draft.problem?.status !== 409 && <ProblemAlert problem={draft.problem} />}
      {guard}
    </>
  );
}
