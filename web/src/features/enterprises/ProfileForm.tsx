/** The profile to edit: saved as a whole, with the version that was read; what was typed survives a reload of the tab. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import {
  FileFields,
  FinanceFields,
  InnovationFields,
  LoanFields,
  RiskFields,
  SizeFields,
} from "./MoreFields";
import { BasicFields, BusinessFields, PeopleFields, TitleFields } from "./ProfileFields";
import styles from "./profile.module.css";
import { type ProfileValues, storable, toProfileInput, toValues } from "./profileValues";
import { profileQuery } from "./queries";
import { ScoreFields } from "./ScoreFields";
import { fieldId, SECTIONS, type SectionKey } from "./sections";

const DRAFT = "profile";

type Stored = { version: number; values: ProfileValues };
type Props = {
  profile: Schema<"ProfileView">;
  onSaved: (profile: Schema<"ProfileView">) => void;
  onCancel: () => void;
};

export function ProfileForm({ profile, onSaved, onCancel }: Props) {
  const queryClient = useQueryClient();
  const [form] = Form.useForm<ProfileValues>();
  const [stored] = useState(() => {
    const draft = loadDraft<Stored>(DRAFT);
    return draft?.version === profile.version ? draft.values : undefined;
  });
  const [dirty, setDirty] = useState(stored !== undefined);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [uploading, setUploading] = useState(false);
  const [saved, setSaved] = useState<Schema<"ProfileView"> | null>(null);
  const guard = useUnsavedGuard(dirty && !saved);
  const save = useIntent(
    (typed: Schema<"ProfileIn">, _headers, version) => {
      // A number of the legal person comes with that person's consent.
      const body = { ...typed, legal_person_consent: typed.legal_person_id ? version : null };
      return unwrap(api.PUT("/enterprise/profile", { params: { header: ifMatch(profile.version) }, body }));
    },
    {
      changes: "profile",
      signs: "legal_person_data",
      onSuccess: (next) => {
        clearDraft(DRAFT);
        queryClient.setQueryData(profileQuery.queryKey, next);
        setSaved(next);
      },
    },
  );
  useEffect(() => {
    if (saved) onSaved(saved);
  }, [saved, onSaved]);

  // A link to a missing field leads into that field.
  const { hash } = useLocation();
  useEffect(() => {
    const field = SECTIONS.flatMap((section) => [...section.fields]).find(
      (name) => `#${fieldId(name)}` === hash,
    );
    if (field) form.scrollToField(field, { block: "center", focus: true });
  }, [hash, form]);

  const submit = (values: ProfileValues) => {
    setProblem(null);
    save.mutate(toProfileInput(values), {
      onError: (error) => {
        setProblem(applyProblem(form, error));
        // The new version comes in with the refetch, and what was typed stays in the form.
        if (error.code === "conflict.stale")
          queryClient.invalidateQueries({ queryKey: profileQuery.queryKey });
      },
    });
  };
  const content: Record<SectionKey, ReactNode> = {
    basic: <BasicFields profile={profile} />,
    people: <PeopleFields profile={profile} />,
    business: (
      <>
        <BusinessFields />
        <SizeFields profile={profile} />
      </>
    ),
    finance: <FinanceFields />,
    loans: <LoanFields />,
    titles: <TitleFields />,
    innovation: <InnovationFields />,
    score: <ScoreFields />,
    risks: <RiskFields />,
    files: <FileFields profile={profile} onBusy={setUploading} />,
  };
  return (
    <Form<ProfileValues>
      form={form}
      name="profile"
      layout="vertical"
      className={`stack ${styles.profileForm}`}
      initialValues={{ ...toValues(profile), ...stored }}
      onValuesChange={(_changed, values) => {
        setDirty(true);
        saveDraft<Stored>(DRAFT, { version: profile.version, values: storable(values) });
      }}
      onFinish={submit}
    >
      {stored && <p className="notice tone-info">已恢复您上次填写、还没有保存的内容。</p>}
      {SECTIONS.map((section) => (
        <Card key={section.key} title={section.title}>
          {content[section.key]}
        </Card>
      ))}
      <ProblemAlert problem={problem} />
      <div className="action-bar">
        <div className="action-bar-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending || uploading}>
            保存
          </Button>
          <Button
            onClick={() => {
              clearDraft(DRAFT);
              onCancel();
            }}
          >
            放弃修改
          </Button>
        </div>
      </div>
      {guard}
    </Form>
  );
}
