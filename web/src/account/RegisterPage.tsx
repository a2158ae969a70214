/** Registration in five steps; the draft stays in this browser tab, without the password. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { useProof } from "@/api/proof";
import type { Schema } from "@/api/types";
import { oneOf } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { NotFoundPage } from "@/app/StatusPages";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { AgreementField } from "@/ui/AgreementField";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { CredentialFields } from "./CredentialFields";
import { ProofNote } from "./ProofNote";
import { RegisteredCard } from "./RegisteredCard";
import { ContactFields, OrganizationFields } from "./RegistrationFields";

const KINDS: Record<Schema<"RegistrationIn">["kind"], string> = {
  enterprise: "企业注册",
  institution: "金融机构入驻",
  agency: "中介机构入驻",
};

/** Of further steps, and only where they are asked for. */
const PaperFields = lazyPart(() => import("./PaperFields").then((m) => m.PaperFields));
const MobileCode = lazyPart(() => import("./MobileCode").then((m) => m.MobileCode));

type Values = Omit<
  Schema<"RegistrationIn">,
  "kind" | "agreement_version" | "privacy_version" | "licence" | "permit"
> & {
  licence?: string[];
  permit?: string[];
  again: string;
  agreed: boolean;
  informed: boolean;
};

const privacyQuery = agreementQuery("privacy");

export function RegisterPage() {
  const kind = oneOf(useParams().kind, KINDS);
  return kind ? <Registration key={kind} kind={kind} /> : <NotFoundPage nested />;
}

function Agreements({ kind }: { kind: Schema<"RegistrationIn">["kind"] }) {
  return (
    <>
      <AgreementField query={useQuery(agreementQuery(kind))} />
      <AgreementField query={useQuery(privacyQuery)} name="informed" />
    </>
  );
}

function Registration({ kind }: { kind: Schema<"RegistrationIn">["kind"] }) {
  const [form] = Form.useForm<Values>();
  const draftName = `registration-${kind}`;
  const [initial] = useState(() => loadDraft<Values>(draftName) ?? {});
  const [dirty, setDirty] = useState(false);
  const { working, withProof } = useProof();
  const privacy = useQuery(privacyQuery);
  const register = useIntent(
    (body: Omit<Schema<"RegistrationIn">, "agreement_version" | "privacy_version">, headers, agreed) =>
      withProof({ purpose: "registration", login: null }, (proof) =>
        unwrap(
          api.POST("/registrations", {
            body: {
              ...body,
              ...proof,
              agreement_version: agreed,
              privacy_version: privacy.data?.version ?? 0,
            },
            headers,
          }),
        ),
      ),
    {
      signs: kind,
      onSuccess: () => {
        clearDraft(draftName);
        setDirty(false);
      },
    },
  );
  const guard = useUnsavedGuard(dirty && !register.isSuccess);

  const keep = ({
    password: _password,
    again: _again,
    agreed: _agreed,
    informed: _informed,
    ...draft
  }: Values) => {
    setDirty(true);
    saveDraft(draftName, draft);
  };
  const submit = ({ again: _again, agreed: _agreed, informed: _informed, ...values }: Values) => {
    const email = values.email?.trim() || null;
    register.mutate({
      ...values,
      kind,
      email,
      institution_type: values.institution_type ?? null,
      licence: values.licence?.[0] ?? null,
      permit: values.permit?.[0] ?? null,
      mobile_code: values.mobile_code || null,
      mobile_ticket: values.mobile_code ? values.mobile_ticket : null,
    });
  };

  if (register.isSuccess) return <RegisteredCard name={register.variables.name} kind={kind} />;
  return (
    <>
      <PageHeader
        title={KINDS[kind]}
        description="共五步。填写的内容会暂存在本页（密码除外），刷新不会丢失。"
        back={{ to: paths.register, label: "重新选择身份" }}
      />
      <Card>
        <StepForm<Values>
          form={form}
          initialValues={initial}
          submitText="提交注册"
          submitting={register.isPending}
          error={register.error}
          onSubmit={submit}
          onValuesChange={keep}
          steps={[
            {
              key: "organization",
              title: "单位信息",
              fields: ["name", "uscc", "uscc_confirmed", "institution_type", "legal_person", "address"],
              content: <OrganizationFields institution={kind === "institution"} />,
            },
            {
              key: "papers",
              title: "证照",
              fields: ["licence", "permit_no", "permit"],
              content: <PaperFields institution={kind === "institution"} />,
            },
            {
              key: "contact",
              title: "联系人",
              fields: ["contact_name", "mobile", "mobile_code", "email"],
              content: <ContactFields code={<MobileCode />} />,
            },
            {
              key: "account",
              title: "账号密码",
              fields: ["login", "password", "again"],
              content: <CredentialFields />,
            },
            {
              key: "agreement",
              title: "服务协议",
              fields: ["agreed", "informed"],
              content: (
                <>
                  <Agreements kind={kind} />
                  <ProofNote working={working} />
                </>
              ),
            },
          ]}
        />
      </Card>
      {guard}
    </>
  );
}
