/** 政策事项 in steps; everything typed is saved as a draft, as soon as the item has a name. */
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { startValues, useDraftSave } from "@/api/useDraftSave";
import { lazyPart } from "@/ui/lazyPart";
import { SaveNote } from "@/ui/SaveNote";
import { StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { BaseStep } from "./BaseStep";
import { type Content, doneSteps, POLICY_KIND, STEPS, type StepKey, toContent } from "./draft";
import styles from "./policies.module.css";

// All steps stay mounted; the later ones come after the first has been shown.
const ConditionField = lazyPart(() => import("./ConditionField").then((m) => m.ConditionField));
const StandardStep = lazyPart(() => import("./StandardStep").then((m) => m.StandardStep));
const FormStep = lazyPart(() => import("./FormStep").then((m) => m.FormStep));
const ProcessStep = lazyPart(() => import("./ProcessStep").then((m) => m.ProcessStep));
const PolicyReadout = lazyPart(() => import("@/lib/PolicyReadout").then((m) => m.PolicyReadout));

type Detail = Schema<"PolicyDetail">;

type Props = {
  policy: Detail | null;
  onCreated: (policy: Detail) => void;
  onSubmitted: (policy: Detail) => void;
};

export function PolicyWizard({ policy, onCreated, onSubmitted }: Props) {
  const [form] = Form.useForm<Content>();
  const [start] = useState(() => startValues(POLICY_KIND, policy));
  const [saved, setSaved] = useState(policy);
  const [search, setSearch] = useSearchParams();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      STEPS.findIndex(({ key }) => key === search.get("step")),
    ),
  );
  // The address follows, so that a reload returns to the step; the page may put the draft's id there in the same moment.
  const step = STEPS[at]?.key ?? "base";
  useEffect(() => {
    if ((search.get("step") ?? "base") === step) return;
    const params = new URLSearchParams(search);
    params.set("step", step);
    setSearch(params, { replace: true, preventScrollReset: true });
  }, [search, step, setSearch]);
  /** Kept as text: the steps are drawn anew only when a tick comes or goes. */
  const [done, setDone] = useState(() => doneSteps(start.values, at).join());
  const [submitted, setSubmitted] = useState<Detail | null>(null);
  const draft = useDraftSave({ kind: POLICY_KIND, view: policy, onCreated });
  const guard = useUnsavedGuard(draft.state !== "clean" && !submitted);
  const { change } = draft;
  useEffect(() => {
    if (start.restored) change(start.values);
  }, [start, change]);
  const submit = useIntent(
    ({ id, version }: { id: string; version: number }, headers) =>
      unwrap(
        api.POST("/government/policies/{id}/submit", {
          params: { path: { id }, header: ifMatch(version) },
          headers,
        }),
      ),
    { changes: "policies", onSuccess: setSubmitted },
  );
  useEffect(() => {
    if (submitted) onSubmitted(submitted);
  }, [submitted, onSubmitted]);
  const keep = async () => {
    const kept = await draft.flush();
    if (kept) setSaved(kept);
    return kept;
  };
  /** The furthest step that was reached: what may stay empty before it was passed. */
  const reached = useRef(at);
  const go = (next: number) => {
    setAt(next);
    reached.current = Math.max(reached.current, next);
    setDone(doneSteps(toContent(form.getFieldsValue(true)), reached.current).join());
    // What is shown before it is handed in is what the platform has.
    if (STEPS[next]?.key === "submit") void keep();
  };
  const onSubmit = async () => {
    const kept = await keep();
    if (kept)
      submit.mutate(
        { id: kept.id, version: kept.version },
        { onError: (error) => error.code === "conflict.stale" && void draft.takeVersion() },
      );
  };
  const content: Record<StepKey, ReactNode> = {
    base: <BaseStep />,
    conditions: (
      <Form.Item name="condition" label="企业符合哪些条件可以享受（不设条件则所有企业可以享受）">
        <ConditionField />
      </Form.Item>
    ),
    standard: <StandardStep />,
    form: <FormStep />,
    process: <ProcessStep own={saved?.id} files={policy?.attachments} />,
    submit: (
      <div className="stack">
        <p className="notice tone-info">
          请核对后提交，由编写人以外的人员核校，通过后可以发布。以下是企业将看到的内容。
        </p>
        {saved && (
          <PolicyReadout
            content={saved.content}
            conditions={saved.conditions}
            window={saved.window}
            files={saved.attachments}
            fileLink={(file) => `/government/policies/${saved.id}/attachments/${file}`}
          />
        )}
      </div>
    ),
  };
  return (
    <div className={styles.wizard}>
      {start.restored && <p className="notice tone-info form-note">已恢复您上次填写的内容。</p>}
      <StepForm<Content>
        form={form}
        steps={STEPS.map(({ key, title, fields }) => ({
          key,
          title,
          fields,
          done: done.split(",").includes(key),
          content: content[key],
        }))}
        place={{ at, go }}
        initialValues={start.values}
        submitText="提交核校"
        submitting={submit.isPending || draft.state === "saving"}
        error={submit.error}
        saveError={draft.problem}
        of="PolicyContent"
        onSubmit={() => void onSubmit()}
        onValuesChange={() => {
          const typed = toContent(form.getFieldsValue(true));
          setDone(doneSteps(typed, reached.current).join());
          change(typed);
        }}
        onStep={async () => (await keep()) !== null}
        extra={<Button onClick={() => void keep()}>保存草稿</Button>}
      />
      <SaveNote state={draft.state} problem={draft.problem} />
      {draft.problem?.status === 409 && (
        <p className="form-note">
          <Button onClick={() => void draft.takeVersion()}>以本页填写的内容为准，继续保存</Button>
        </p>
      )}
      {guard}
    </div>
  );
}
