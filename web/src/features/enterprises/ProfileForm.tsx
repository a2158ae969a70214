/**
 * The profile in six short steps. Each save keeps all that can be kept, with the version that was read; what was typed survives a
 * reload of the tab.
 */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { StepForm } from "@/ui/StepForm";
import { useToast } from "@/ui/Toast";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { ProfileStep } from "./ProfileStep";
import styles from "./profileSteps.module.css";
import { type ProfileValues, storable, toProfileInput, toValues } from "./profileValues";
import { profileQuery } from "./queries";
import { SaveProgress } from "./SaveProgress";
import { fieldId, type StepKey } from "./sections";
import { firstStep, missingIn, overruled, STEPS, sendable, waitingFields } from "./steps";

const DRAFT = "profile";

type Stored = { version: number; values: ProfileValues };
type Profile = Schema<"ProfileView">;
type Props = {
  profile: Profile;
  onSaved: () => void;
  onCancel: () => void;
};

/** The step stands in the address, each as a page of its own on the way back. */
function usePlace({ missing }: Profile) {
  const [params, setParams] = useSearchParams();
  const { hash } = useLocation();
  // Where it began stays the beginning, although something is filled in then.
  const [first] = useState(() => firstStep(missing, hash));
  const wanted = STEPS.findIndex(({ key }) => key === params.get("step"));
  const go = (next: number) =>
    setParams({ edit: "1", step: (STEPS[next] ?? STEPS[0]).key }, { preventScrollReset: true });
  return { at: wanted >= 0 ? wanted : STEPS.findIndex(({ key }) => key === first), go };
}

export function ProfileForm({ profile, onSaved, onCancel }: Props) {
  const place = usePlace(profile);
  const queryClient = useQueryClient();
  const [form] = Form.useForm<ProfileValues>();
  const [stored] = useState(() => {
    const draft = loadDraft<Stored>(DRAFT);
    return draft?.version === profile.version ? draft.values : undefined;
  });
  const [dirty, setDirty] = useState(stored !== undefined);
  const [before, setBefore] = useState<number | null>(null);
  const [uploading, setUploading] = useState(false);
  const [finished, setFinished] = useState(false);
  const toast = useToast();
  const guard = useUnsavedGuard(dirty && !finished);
  const save = useIntent(
    (typed: Schema<"ProfileIn">, _headers, version) => {
      // A number of the legal person comes with that person's consent.
      const body = { ...typed, legal_person_consent: typed.legal_person_id ? version : null };
      return unwrap(api.PUT("/enterprise/profile", { params: { header: ifMatch(profile.version) }, body }));
    },
    {
      changes: "profile",
      signs: "legal_person_data",
      onSuccess: (next) => queryClient.setQueryData(profileQuery.queryKey, next),
    },
  );
  useEffect(() => {
    if (finished) onSaved();
  }, [finished, onSaved]);

  // A link to a missing field leads into that field.
  const { hash } = useLocation();
  useEffect(() => {
    const field = STEPS.flatMap(({ fields }) => [...fields]).find((name) => `#${fieldId(name)}` === hash);
    if (field) form.scrollToField(field, { block: "center", focus: true });
  }, [hash, form]);

  const keep = (values: ProfileValues, version: number) => {
    setDirty(true);
    saveDraft<Stored>(DRAFT, { version, values: storable(values) });
  };
  const send = async (): Promise<boolean> => {
    const typed = form.getFieldsValue();
    const unread = unreadable(Object.keys(typed));
    const bad = [...(await badFields(form)), ...unread.map(({ name }) => name)];
    const body = toProfileInput(sendable(typed, toValues(profile), bad));
    const next = await save.mutateAsync(body).catch(async (error) => {
      // What was typed stays in the form, and goes on top of the new version: also when the tab is loaded again.
      if (error.code === "conflict.stale") {
        const fresh = await queryClient.fetchQuery({ ...profileQuery, staleTime: 0 }).catch(() => null);
        if (fresh) keep(form.getFieldsValue(), fresh.version);
      }
      return null;
    });
    if (!next) return false;
    setBefore(profile.completeness);
    const held = overruled(typed, toValues(profile), toValues(next), next.origins);
    if (held.length > 0) {
      const names = held.map((name) => fieldText(name, "ProfileIn")).join("、");
      toast(`${names}以登记信息为准，这里填写的内容没有采用`);
    }
    // What was kept is shown as the platform has it; what could not be kept, or was typed meanwhile, waits for the next save.
    const waiting = waitingFields(typed, form.getFieldsValue(), bad);
    const kept = Object.entries(toValues(next)).filter(([name]) => !waiting.includes(name));
    form.setFieldsValue(Object.fromEntries(kept));
    if (waiting.length > 0) keep(form.getFieldsValue(), next.version);
    else {
      clearDraft(DRAFT);
      setDirty(false);
    }
    unread[0]?.input.focus();
    return unread.length === 0;
  };
  const content = (key: StepKey): ReactNode => (
    <ProfileStep profile={profile} step={key} onBusy={setUploading} />
  );
  return (
    <>
      {stored && <p className="notice tone-info">已恢复您上次填写、还没有保存的内容。</p>}
      <p className={styles.legend}>
        带 <span className={styles.sign}>*</span> 的计入资料完整度，达到 {profile.required_percent}%
        即可提交融资需求；其余按实际情况选填。可以先空着，随时保存，之后再补。
      </p>
      <StepForm<ProfileValues>
        form={form}
        name="profile"
        steps={STEPS.map(({ key, title, fields }) => ({
          key,
          title,
          fields,
          done: missingIn(profile.missing, key).length === 0,
          content: content(key),
        }))}
        place={place}
        initialValues={{ ...toValues(profile), ...stored }}
        onValuesChange={(values) => {
          setBefore(null);
          keep(values, profile.version);
        }}
        submitText="保存并完成"
        submitting={save.isPending || uploading}
        error={save.error}
        onStep={send}
        onSubmit={async () => setFinished(await send())}
        progress={<SaveProgress profile={profile} before={before} dirty={dirty} />}
        extra={
          <Button
            onClick={() => {
              clearDraft(DRAFT);
              onCancel();
            }}
          >
            {dirty ? "放弃修改" : "返回档案"}
          </Button>
        }
      />
      {guard}
    </>
  );
}

/** Inputs of the form whose text is no number, with the fields that they belong to. */
const unreadable = (names: readonly string[]) =>
  [...document.querySelectorAll<HTMLElement>("[data-unreadable]")].flatMap((input) => {
    const name = names.find((one) => `${input.id}_`.startsWith(`${fieldId(one)}_`));
    return name ? [{ name, input }] : [];
  });

/** Fields in which something is wrong yet. */
const badFields = (form: { validateFields: () => Promise<unknown> }): Promise<string[]> =>
  form.validateFields().then(
    () => [],
    ({ errorFields }: { errorFields: { name: (string | number)[] }[] }) =>
      errorFields.map(({ name }) => String(name[0])),
  );
