/** 申请产品: what is wanted, what is opened to this one institution, and the authorisation; typing is kept in this tab. */

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { useLimits } from "@/api/settings";
import { shelfProductQuery } from "@/api/shelf";
import { confirmSigner } from "@/api/signature";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import {
  type DemandValues,
  EMPTY_DEMAND,
  type StepKey,
  stepsOf,
  toInput,
} from "@/features/demands/demandDraft";
import { ProjectStep, RoundStep } from "@/features/demands/EquitySteps";
import { AmountStep, GuaranteeStep, TagsStep, UseStep, WordsStep } from "@/features/demands/WizardSteps";
import styles from "@/features/demands/wizard.module.css";
import { profileQuery } from "@/features/enterprises/queries";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { todayIn } from "@/lib/dates";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";
import { Loaded } from "@/ui/States";
import { StepForm } from "@/ui/StepForm";
import { useToast } from "@/ui/Toast";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

/** Few firms that come so far have a gap in their profile. */
const ProfileGap = lazyPart(() => import("@/features/enterprises/ProfileGap").then((m) => m.ProfileGap));

type Values = DemandValues & { scopes: Schema<"ConsentScope">[]; password?: string };

export function ApplyPage() {
  const { productId = "" } = useParams();
  const query = useQuery(shelfProductQuery(productId));
  const product = query.data;
  const words = useLimits();
  return (
    <>
      <PageHeader
        title={product ? `申请：${product.content.name}` : "申请产品"}
        description={
          product &&
          words(`${product.institution.name}将在 {take_on_days} 个工作日内受理，或说明不受理的原因。`)
        }
        back={{ to: paths.product(productId), label: "返回产品" }}
      />
      <Loaded query={query} rows={8}>
        {(data) => <Application product={data} />}
      </Loaded>
    </>
  );
}

/** The form starts with what fits the product, or with what was typed before in this tab. */
function startOf({ id, content }: Schema<"PublicProduct">): Values {
  const fitting = {
    ...EMPTY_DEMAND,
    kind: content.kind,
    scopes: SCOPES,
    guarantees: content.guarantees.slice(0, 1),
    repayments: content.repayments.slice(0, 1),
  };
  return { ...fitting, ...loadDraft<Values>(`apply:${id}`), kind: content.kind };
}

function Application({ product }: { product: Schema<"PublicProduct"> }) {
  const { content } = product;
  const [form] = Form.useForm<Values>();
  const [start] = useState(() => startOf(product));
  const [dirty, setDirty] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [made, setMade] = useState<Schema<"EnterpriseOrderView"> | null>(null);
  const profile = useQuery(profileQuery).data;
  const navigate = useNavigate();
  const toast = useToast();
  const guard = useUnsavedGuard(dirty && !made);
  const apply = useIntent(
    async ({ password, ...values }: Values, headers, agreement) => {
      await confirmSigner(password);
      return unwrap(
        api.POST("/products/{id}/apply", {
          params: { path: { id: product.id } },
          body: {
            number: product.number,
            demand: toInput(values),
            scopes: chosenScopes(values.scopes ?? []),
            authorization_version: agreement,
          },
          headers,
        }),
      );
    },
    { changes: "orders", signs: "data_authorization", onSuccess: setMade },
  );
  useEffect(() => {
    if (!made) return;
    clearDraft(`apply:${product.id}`);
    toast("申请已提交，机构受理后会通知您");
    navigate(paths.enterprise.order(made.id), { replace: true });
  }, [made, navigate, toast, product.id]);
  const today = todayIn(now());
  const gap = profile && profile.completeness < profile.required_percent;
  const steps: Record<StepKey, ReactNode> = {
    round: <RoundStep today={today} />,
    project: <ProjectStep today={today} />,
    words: <WordsStep today={today} files={[]} onUploading={setUploading} />,
    amount: <AmountStep today={today} />,
    use: <UseStep today={today} />,
    guarantee: <GuaranteeStep today={today} />,
    tags: <TagsStep today={today} files={[]} onUploading={setUploading} />,
    submit: (
      <>
        {gap && <ProfileGap profile={profile} editPath={`${paths.enterprise.profile}?edit=1`} />}
        <p className="notice tone-info form-note">
          提交申请即授权：贵企业的名称和下列所选资料只向<strong>{product.institution.name}</strong>
          开放，用于办理本笔融资。您可以随时在“数据授权”中撤回。
        </p>
        <ScopeFields />
      </>
    ),
  };
  return (
    <Card>
      <p className="notice tone-info form-note">
        额度 {amountRange(content)}
        {content.kind === "debt" && `，期限 ${termRange(content)}，年利率 ${rateRange(content)}`}
        。申请按产品第 {product.number} 版办理。
      </p>
      <div className={styles.demandWizard}>
        <StepForm<Values>
          form={form}
          steps={stepsOf(content.kind).map(({ key, title, fields }) => ({
            key,
            title: key === "submit" ? "授权并提交" : title,
            fields: key === "submit" ? ["scopes", "agreed", "password"] : [...fields],
            content: steps[key],
          }))}
          initialValues={start}
          submitText="提交申请"
          submitting={apply.isPending || uploading}
          error={apply.error}
          onSubmit={() => apply.mutate({ ...start, ...form.getFieldsValue(true) })}
          onValuesChange={() => {
            setDirty(true);
            saveDraft(`apply:${product.id}`, {
              ...start,
              ...form.getFieldsValue(true),
              agreed: false,
              password: undefined,
            });
          }}
        />
      </div>
      {guard}
    </Card>
  );
}
