/** 发布需求 in steps. Everything typed is saved as a draft on the server: when a field is left, and after a short pause. */
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { startValues, useDraftSave } from "@/api/useDraftSave";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { Defects } from "@/ui/Defects";
import { lazyPart } from "@/ui/lazyPart";
import { SaveNote } from "@/ui/SaveNote";
import { type FormStep, StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { type DemandValues, type StepKey, stepsOf, toInput } from "./demandDraft";
import { DEMAND_KIND } from "./demandKind";
import { ProjectStep, RoundStep } from "./EquitySteps";
import { KindChoice } from "./KindChoice";
import { AmountStep, GuaranteeStep, TagsStep, UseStep, WordsStep } from "./WizardSteps";
import styles from "./wizard.module.css";

const ReviewStep = lazyPart(() => import("./ReviewStep").then((m) => m.ReviewStep));

type Props = {
  demand: Schema<"DemandView"> | null;
  /** Whether the profile suffices for submitting, and what to say when it does not. */
  profile: { enough: boolean; note: ReactNode };
  onCreated: (demand: Schema<"DemandView">) => void;
  onSaved: () => void;
  onSubmitted: (demand: Schema<"DemandView">) => void;
};

export function DemandWizard({ demand, profile, onCreated, onSaved, onSubmitted }: Props) {
  const [form] = Form.useForm<DemandValues>();
  const [start] = useState(() => startValues(DEMAND_KIND, demand));
  const [uploading, setUploading] = useState(false);
  const [submitted, setSubmitted] = useState<Schema<"DemandView"> | null>(null);
  const draft = useDraftSave({ kind: DEMAND_KIND, view: demand, onCreated });
  const guard = useUnsavedGuard(draft.state !== "clean" && !submitted);
  const { change, flush, state } = draft;
  // Leaving a field saves at once: moving to another step always does.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || state !== "dirty") return;
    const save = () => void flush();
    element.addEventListener("focusout", save);
    return () => element.removeEventListener("focusout", save);
  }, [flush, state]);
  useEffect(() => {
    if (start.restored) change(start.values);
  }, [start, change]);

  const submit = useIntent(
    ({ id, version }: { id: string; version: number }, headers, agreement) =>
      unwrap(
        api.POST("/enterprise/demands/{id}/submit", {
          params: { path: { id }, header: ifMatch(version) },
          body: { authorization_version: agreement },
          headers,
        }),
      ),
    { changes: "demands", signs: "data_authorization", onSuccess: setSubmitted },
  );
  useEffect(() => {
    if (submitted) onSubmitted(submitted);
  }, [submitted, onSubmitted]);

  // Leaving waits for the save, and for the guard to know of it.
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (leaving && draft.state === "clean") onSaved();
  }, [leaving, draft.state, onSaved]);
  const saveAndLeave = async () => {
    await draft.flush();
    setLeaving(true);
  };

  const onSubmit = async () => {
    const saved = await draft.flush();
    if (saved)
      submit.mutate(
        { id: saved.id, version: saved.version },
        { onError: (error) => error.code === "conflict.stale" && void draft.takeVersion() },
      );
  };
  const today = todayIn(now());
  const gap = !profile.enough || submit.error?.code === "demands.profile_incomplete";
  const kind = Form.useWatch("kind", { form, preserve: true }) ?? start.values.kind ?? "debt";
  const content: Record<StepKey, ReactNode> = {
    round: <RoundStep today={today} />,
    project: <ProjectStep today={today} />,
    words: <WordsStep today={today} files={demand?.files ?? []} onUploading={setUploading} />,
    amount: <AmountStep today={today} />,
    use: <UseStep today={today} />,
    guarantee: <GuaranteeStep today={today} />,
    tags: <TagsStep today={today} files={demand?.files ?? []} onUploading={setUploading} />,
    submit: <ReviewStep profileGap={gap ? profile.note : null} />,
  };
  const steps: FormStep[] = stepsOf(kind).map(({ key, title, fields }) => ({
    key,
    title,
    fields: [...fields],
    content: (
      <>
        {(key === "amount" || key === "round") && <KindChoice />}
        {content[key]}
      </>
    ),
  }));
  return (
    <div className={styles.demandWizard} ref={box}>
      {demand?.state === "returned" && <Defects of="DemandIn" defects={demand.defects} />}
      {start.restored && <p className="notice tone-info form-note">已恢复您上次填写的内容。</p>}
      <StepForm<DemandValues>
        form={form}
        steps={steps}
        initialValues={start.values}
        submitText="提交审核"
        submitting={submit.isPending || draft.state === "saving" || uploading}
        error={submit.error}
        saveError={draft.problem}
        of="DemandIn"
        onSubmit={() => void onSubmit()}
        onValuesChange={(values) => {
          setLeaving(false);
          change(toInput(values));
        }}
        extra={<Button onClick={() => void saveAndLeave()}>保存并退出</Button>}
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
