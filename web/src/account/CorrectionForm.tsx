/** Correction of a returned registration; sends it to review again. */
import { Button, Form } from "antd";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { PaperFields } from "./PaperFields";
import { ContactFields, OrganizationFields } from "./RegistrationFields";

type Values = Omit<Schema<"Particulars">, "licence" | "permit"> & { licence?: string[]; permit?: string[] };

type Props = { registration: Schema<"RegistrationView">; papers: Schema<"PaperView">[] };

export function CorrectionForm({ registration, papers }: Props) {
  const [form] = Form.useForm<Values>();
  const toast = useToast();
  const [dirty, setDirty] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const correct = useIntent(
    (body: Schema<"Particulars">, headers) =>
      unwrap(api.PUT("/registration", { params: { header: ifMatch(registration.version) }, body, headers })),
    {
      changes: "registration",
      onSuccess: () => {
        setDirty(false);
        toast("已重新提交，请等待审核");
      },
    },
  );
  const guard = useUnsavedGuard(dirty);
  const submit = (values: Values) => {
    setProblem(null);
    const body = {
      ...values,
      mobile: values.mobile || null,
      email: values.email?.trim() || null,
      licence: values.licence?.[0] ?? null,
      permit: values.permit?.[0] ?? null,
    };
    correct.mutate(body, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  const { name, uscc, institution_type, contact_name, email, defects } = registration;
  const { legal_person, address, permit_no } = registration;
  const institution = registration.kind === "institution";
  return (
    <Form
      form={form}
      layout="vertical"
      className="narrow-form"
      initialValues={{ name, uscc, institution_type, legal_person, address, permit_no, contact_name, email }}
      onValuesChange={() => setDirty(true)}
      onFinish={submit}
    >
      <OrganizationFields institution={institution} defects={defects} />
      <PaperFields institution={institution} known={papers} defects={defects} />
      <ContactFields defects={defects} maskedMobile={registration.mobile_masked} />
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={correct.isPending}>
        重新提交
      </Button>
      {guard}
    </Form>
  );
}
