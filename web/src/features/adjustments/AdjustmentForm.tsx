/** A department reports that a policy has changed: by what, which items, and from when. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useEffect, useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { AdjustmentIn } from "@/api/limits.gen";
import { listQuery } from "@/api/queries";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { atLeast } from "@/ui/textRules";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

type Values = Schema<"AdjustmentIn">;
type Props = {
  /** The item from whose page it was opened. */
  given: string | null;
  /** One that was given back: it is written anew from what it said. */
  before: Schema<"AdjustmentDetail"> | null;
  onDone: (id: string) => void;
};

/** Shortest account of what has changed. */
const LEAST = 10;

/** So many own items are offered. */
const OFFERED = 100;

const ownQuery = listQuery("policies", "/government/policies", {
  query: { view: "published", size: OFFERED },
});

const CHOOSE = "请选择涉及的政策事项";
const chosen = {
  validator: (_: unknown, value?: string[]) =>
    value?.length ? Promise.resolve() : Promise.reject(new Error(CHOOSE)),
};

/** Comes whole, so that nothing moves when the items are there. */
export function AdjustmentForm(props: Props) {
  return (
    <Loaded query={useQuery(ownQuery)} rows={10}>
      {(page) => <Fields {...props} items={page.items} />}
    </Loaded>
  );
}

/** What the form begins with; items that are not in force any more are not named again. */
function startOf(items: readonly Schema<"PolicyRow">[], { given, before }: Pick<Props, "given" | "before">) {
  const offered = (id: string) => items.some((item) => item.id === id);
  if (!before) return { policies: given ? [given] : [] };
  const { basis, link, change, effective_on, named } = before;
  return {
    basis,
    link,
    change,
    effective_on,
    policies: named.map(({ policy_id }) => policy_id).filter(offered),
  };
}

function Fields({ given, before, onDone, items }: Props & { items: readonly Schema<"PolicyRow">[] }) {
  const [form] = Form.useForm<Values>();
  const name = `adjustment:${before?.id ?? given ?? "new"}`;
  const [stored] = useState(() => loadDraft<Values>(name));
  const [dirty, setDirty] = useState(stored !== null);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const guard = useUnsavedGuard(dirty && !done);
  const send = useIntent(
    (body: Values, headers) => unwrap(api.POST("/government/adjustments", { body, headers })),
    {
      changes: "adjustments",
      onSuccess: (made) => {
        clearDraft(name);
        setDone(made.id);
      },
    },
  );
  useEffect(() => {
    if (done) onDone(done);
  }, [done, onDone]);
  return (
    <Form<Values>
      form={form}
      name="adjustment"
      layout="vertical"
      initialValues={{ ...startOf(items, { given, before }), ...stored }}
      onValuesChange={(_changed, values) => {
        setDirty(true);
        saveDraft(name, values);
      }}
      onFinish={(values) => {
        setProblem(null);
        const body = {
          basis: values.basis?.trim() ?? "",
          link: values.link?.trim() ?? "",
          change: values.change.trim(),
          policies: values.policies,
          effective_on: values.effective_on,
        };
        send.mutate(body, { onError: (error) => setProblem(applyProblem(form, error)) });
      }}
    >
      {stored && <p className="notice tone-info form-note">已恢复您上次填写的内容。</p>}
      {before?.reason && before.state === "returned" && (
        <p className="notice tone-warn form-note">退回的原因：{before.reason}</p>
      )}
      <Form.Item
        name="policies"
        label={`涉及的政策事项（最多 ${AdjustmentIn.policies.max} 个）`}
        rules={[chosen]}
      >
        <ChoiceGroup
          label="涉及的政策事项"
          options={items.map((item) => ({ value: item.id, label: item.title }))}
        />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="basis" label="新文件的文号（与网址至少填一项）">
          <Input maxLength={AdjustmentIn.basis.max} placeholder="例如 渝高新财〔2026〕41号" />
        </Form.Item>
        <Form.Item name="link" label="原文网址">
          <Input maxLength={AdjustmentIn.link.max} inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item
          name="effective_on"
          label="生效日期"
          rules={[{ required: true, message: "请填写生效日期" }]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item
        name="change"
        label="调整的内容"
        rules={[{ required: true, whitespace: true, message: "请写明调整了什么" }, atLeast(LEAST)]}
      >
        <TextArea
          rows={5}
          maxLength={AdjustmentIn.change.max}
          showCount
          placeholder="原来怎么规定，现在怎么规定，已提交的申请怎么办"
        />
      </Form.Item>
      <Limit />
      <ProblemAlert problem={problem} of="AdjustmentIn" />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        提交通知
      </Button>
      {guard}
    </Form>
  );
}

function Limit() {
  const words = useLimits();
  return (
    <p className="card-note form-note">
      {words("平台在 {policy_adjustment_days} 个工作日内确认事项已更新，或在事项页面发布调整说明。")}
    </p>
  );
}
