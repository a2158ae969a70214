/** 产品发布 in steps; everything typed is saved as a draft, as soon as the product has a name. */
import { Button, Form, Radio } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { startValues, useDraftSave } from "@/api/useDraftSave";
import { FINANCING_KIND } from "@/labels/finance";
import { options } from "@/labels/label";
import { lazyPart } from "@/ui/lazyPart";
import { SaveNote } from "@/ui/SaveNote";
import { StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { BaseStep } from "./BaseStep";
import { PRODUCT_KIND, STEPS, type StepKey, toContent } from "./draft";
import styles from "./wizard.module.css";

// All steps stay mounted; the later ones come after the first has been shown.
const TermsStep = lazyPart(() => import("./TermsStep").then((m) => m.TermsStep));
const FundStep = lazyPart(() => import("./TermsStep").then((m) => m.FundStep));
const ConditionsStep = lazyPart(() => import("./ConditionsStep").then((m) => m.ConditionsStep));
const ProcessStep = lazyPart(() => import("./ProcessStep").then((m) => m.ProcessStep));
const ProductFacts = lazyPart(() => import("./ProductFacts").then((m) => m.ProductFacts));

type Props = {
  product: Schema<"ProductView"> | null;
  /** What this institution may offer. */
  kinds: Schema<"FinancingKind">[];
  onCreated: (product: Schema<"ProductView">) => void;
  onSubmitted: (product: Schema<"ProductView">) => void;
};

export function ProductWizard({ product, kinds, onCreated, onSubmitted }: Props) {
  const [form] = Form.useForm<Schema<"ProductContent">>();
  const [start] = useState(() => {
    const found = startValues(PRODUCT_KIND, product);
    const kind = kinds.includes(found.values.kind) ? found.values.kind : (kinds[0] ?? "debt");
    return { ...found, values: { ...found.values, kind } };
  });
  const [submitted, setSubmitted] = useState<Schema<"ProductView"> | null>(null);
  const draft = useDraftSave({ kind: PRODUCT_KIND, view: product, onCreated });
  const guard = useUnsavedGuard(draft.state !== "clean" && !submitted);
  const { change } = draft;
  useEffect(() => {
    if (start.restored) change(start.values);
  }, [start, change]);
  const submit = useIntent(
    ({ id, version }: { id: string; version: number }, headers) =>
      unwrap(
        api.POST("/institution/products/{id}/submit", {
          params: { path: { id }, header: ifMatch(version) },
          headers,
        }),
      ),
    { changes: "products", onSuccess: setSubmitted },
  );
  useEffect(() => {
    if (submitted) onSubmitted(submitted);
  }, [submitted, onSubmitted]);
  const onSubmit = async () => {
    const saved = await draft.flush();
    if (saved)
      submit.mutate(
        { id: saved.id, version: saved.version },
        { onError: (error) => error.code === "conflict.stale" && void draft.takeVersion() },
      );
  };
  const values = Form.useWatch([], { form, preserve: true }) as Partial<Schema<"ProductContent">> | undefined;
  const kind = values?.kind ?? start.values.kind;
  const content: Record<StepKey, ReactNode> = {
    base: <BaseStep kind={kind} />,
    terms: <TermsStep />,
    fund: <FundStep />,
    conditions: <ConditionsStep kind={kind} />,
    process: <ProcessStep kind={kind} />,
    submit: (
      <div className="stack">
        <p className="notice tone-info">
          请核对后提交。平台审核通过即上架；审核期间，已上架的旧版本不受影响。
        </p>
        <ProductFacts content={toContent({ ...values, kind })} />
      </div>
    ),
  };
  const steps = STEPS[kind].map(({ key, title, fields }) => ({
    key,
    title,
    fields: [...fields],
    content: (
      <>
        {key === "base" && (
          <Form.Item name="kind" label="产品类别" hidden={product !== null || kinds.length < 2}>
            <Radio.Group options={options(FINANCING_KIND).filter(({ value }) => kinds.includes(value))} />
          </Form.Item>
        )}
        {content[key]}
      </>
    ),
  }));
  return (
    <div className={styles.productWizard}>
      {start.restored && <p className="notice tone-info form-note">已恢复您上次填写的内容。</p>}
      <StepForm<Schema<"ProductContent">>
        form={form}
        steps={steps}
        initialValues={start.values}
        submitText="提交审核"
        submitting={submit.isPending || draft.state === "saving"}
        error={submit.error}
        saveError={draft.problem}
        of="ProductContent"
        onSubmit={() => void onSubmit()}
        onValuesChange={() => change(toContent({ kind: start.values.kind, ...form.getFieldsValue(true) }))}
        extra={<Button onClick={() => void draft.flush()}>保存草稿</Button>}
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
