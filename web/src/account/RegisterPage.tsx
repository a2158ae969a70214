/** Registration in four steps; the draft stays in this browser tab, without the password. */
import { useQueryClient } from "@tanstack/react-query";
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
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { StepForm } from "@/ui/StepForm";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { AgreementStep } from "./AgreementStep";
import { CredentialFields } from "./CredentialFields";
import { ProofNote } from "./ProofNote";
import { RegisteredCard } from "./RegisteredCard";
import { ContactFields, OrganizationFields } from "./RegistrationFields";

const KINDS: Record<Schema<"RegistrationIn">["kind"], string> = {
  enterprise: "企业注册",
  institution: "金融机构入驻",
  agency: "中介机构入驻",
};

type Values = Omit<Schema<"RegistrationIn">, "kind" | "agreement_version"> & {
  again: string;
  agreed: boolean;
};

export function RegisterPage() {
  const kind = oneOf(useParams().kind, KINDS);
  return kind ? <Registration key={kind} kind={kind} /> : <NotFoundPage nested />;
}

function Registration({ kind }: { kind: Schema<"RegistrationIn">["kind"] }) {
  const [form] = Form.useForm<Values>();
  const queryClient = useQueryClient();
  const draftName = `registration-${kind}`;
  const [initial] = useState(() => loadDraft<Values>(draftName) ?? {});
  const [dirty, setDirty] = useState(false);
  const [version, setVersion] = useState<number | null>(null);
  const { working, withProof } = useProof();
  const register = useIntent(
    (body: Schema<"RegistrationIn">, headers) =>
      withProof({ purpose: "registration", login: null }, (proof) =>
        unwrap(api.POST("/registrations", { body: { ...body, ...proof }, headers })),
      ),
    {
      onSuccess: () => {
        clearDraft(draftName);
        setDirty(false);
      },
    },
  );
  const guard = useUnsavedGuard(dirty && !register.isSuccess);

  const keep = ({ password: _password, again: _again, agreed: _agreed, ...draft }: Values) => {
    setDirty(true);
    saveDraft(draftName, draft);
  };
  const submit = ({ again: _again, agreed: _agreed, ...values }: Values) => {
    if (version === null) return;
    const email = values.email?.trim() || null;
    register.mutate(
      {
        ...values,
        kind,
        email,
        institution_type: values.institution_type ?? null,
        agreement_version: version,
      },
      {
        onError: (error) => {
          // A new version was published meanwhile: it must be read and accepted anew.
          if (!error.errors.some((item) => item.field === "agreement_version")) return;
          form.setFieldValue("agreed", false);
          queryClient.invalidateQueries({ queryKey: agreementQuery(kind).queryKey });
        },
      },
    );
  };

  if (register.isSuccess) return <RegisteredCard name={register.variables.name} kind={kind} />;
  return (
    <>
      <PageHeader
        title={KINDS[kind]}
        description="共四步。填写的内容会暂存在本页（密码除外），刷新不会丢失。"
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
              fields: ["name", "uscc", "institution_type"],
              content: <OrganizationFields institution={kind === "institution"} />,
            },
            {
              key: "contact",
              title: "联系人",
              fields: ["contact_name", "mobile", "email"],
              content: <ContactFields />,
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
              fields: ["agreed", "agreement_version"],
              content: (
                <>
                  <AgreementStep kind={kind} onVersion={setVersion} />
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
