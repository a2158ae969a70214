/** A new complaint, dispute, objection, feedback or incident: each kind asks for what it needs. */

import { Button, Form, Radio } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useEffect, useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ComplaintIn } from "@/api/limits.gen";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { COMPLAINT_KIND, DISPUTED_FIGURE, OBJECTION_SUBJECT } from "@/labels/complaints";
import { options } from "@/labels/label";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { NativeSelect } from "@/ui/NativeSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { atLeast } from "@/ui/textRules";
import { UploadField } from "@/ui/UploadField";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

export type OrderChoice = { value: string; label: string /** A payment was recorded. */; paid: boolean };

type Values = Partial<Schema<"ComplaintIn">>;
type Props = {
  kinds: Schema<"ComplaintKind">[];
  orders?: OrderChoice[];
  /** What the page was opened for. */
  given: Pick<Values, "kind" | "order_id" | "objection_to">;
  onDone: (id: string) => void;
};

const HELP: Record<Schema<"ComplaintKind">, string> = {
  disbursement: "平台会与机构核对放款数据。办结之前，放款不会被确认。",
  institution: "会抄送政府监督人员。机构能看到您写的内容，看不到附件。",
  enterprise: "企业能看到您写的内容，看不到附件。",
  objection: "平台在 {objection_days} 天内核查并答复。",
  feedback: "对平台功能和服务的意见、建议。",
  incident: "由平台运营单位核查并答复。",
};

const ON_ORDER: readonly Schema<"ComplaintKind">[] = ["disbursement", "institution", "enterprise"];
const DRAFT = "complaint";

const text = (value: string | null | undefined) => value?.trim() || null;

export function ComplaintForm({ kinds, orders = [], given, onDone }: Props) {
  const words = useLimits();
  const [form] = Form.useForm<Values>();
  const [first] = useState<Values>(() => ({ ...loadDraft<Values>(DRAFT), ...given }));
  const [dirty, setDirty] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const guard = useUnsavedGuard(dirty && !done);
  const send = useIntent(
    (body: Schema<"ComplaintIn">, headers) => unwrap(api.POST("/complaints", { body, headers })),
    {
      changes: "complaints",
      onSuccess: (made) => {
        clearDraft(DRAFT);
        setDone(made.id);
      },
    },
  );
  useEffect(() => {
    if (done) onDone(done);
  }, [done, onDone]);
  const kind = Form.useWatch("kind", form) ?? first.kind ?? kinds[0];
  const onOrder = kind !== undefined && ON_ORDER.includes(kind);
  const submit = (values: Values) => {
    if (!kind) return;
    setProblem(null);
    const dispute = kind === "disbursement";
    const body: Schema<"ComplaintIn"> = {
      kind,
      order_id: onOrder ? values.order_id : null,
      figure: dispute ? values.figure : null,
      claimed: dispute ? text(values.claimed) : null,
      objection_to: kind === "objection" ? values.objection_to : null,
      title: values.title?.trim() ?? "",
      text: values.text?.trim() ?? "",
      attachments: values.attachments ?? [],
    };
    send.mutate(body, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  const choices = kind === "disbursement" ? orders.filter((order) => order.paid) : orders;
  return (
    <Form<Values>
      form={form}
      name="complaint"
      layout="vertical"
      initialValues={{ kind: kinds[0], ...first }}
      onValuesChange={(_changed, values) => {
        setDirty(true);
        saveDraft<Values>(DRAFT, { title: values.title, text: values.text, claimed: values.claimed });
      }}
      onFinish={submit}
    >
      <Card>
        {kinds.length > 1 && (
          <Form.Item name="kind" label="类别">
            <Radio.Group
              options={options(COMPLAINT_KIND).filter((option) =>
                kinds.includes(option.value as Schema<"ComplaintKind">),
              )}
            />
          </Form.Item>
        )}
        {kind && <p className="notice tone-info form-note">{words(HELP[kind])}</p>}
        {onOrder && (
          <Form.Item
            name="order_id"
            label="对接单"
            rules={[{ required: true, message: "请选择对接单" }]}
            extra={choices.length === 0 ? "没有可选的对接单。" : undefined}
          >
            <NativeSelect options={choices} />
          </Form.Item>
        )}
        {kind === "disbursement" && (
          <div className="form-grid">
            <Form.Item
              name="figure"
              label="有异议的数据"
              rules={[{ required: true, message: "请选择有异议的数据" }]}
            >
              <NativeSelect options={options(DISPUTED_FIGURE)} />
            </Form.Item>
            <Form.Item
              name="claimed"
              label="正确的数据"
              rules={[{ required: true, whitespace: true, message: "请写明正确的数据" }]}
            >
              <Input maxLength={ComplaintIn.claimed.max} placeholder="例如：实际到账 80 万元" />
            </Form.Item>
          </div>
        )}
        {kind === "objection" && (
          <Form.Item
            name="objection_to"
            label="异议对象"
            rules={[{ required: true, message: "请选择异议对象" }]}
          >
            <Radio.Group options={options(OBJECTION_SUBJECT)} />
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label="标题"
          rules={[
            { required: true, whitespace: true, message: "请填写标题" },
            atLeast(ComplaintIn.title.min),
          ]}
        >
          <Input maxLength={ComplaintIn.title.max} placeholder="一句话说明事项" />
        </Form.Item>
        <Form.Item
          name="text"
          label="具体情况"
          rules={[
            { required: true, whitespace: true, message: "请说明具体情况" },
            atLeast(ComplaintIn.text.min),
          ]}
        >
          <TextArea rows={6} maxLength={ComplaintIn.text.max} showCount placeholder="时间、经过、您的要求" />
        </Form.Item>
        <Form.Item name="attachments" label="附件（选填）">
          <UploadField label="附件" onBusy={setUploading} />
        </Form.Item>
        <ProblemAlert problem={problem} />
        <Button type="primary" htmlType="submit" loading={send.isPending || uploading}>
          提交
        </Button>
      </Card>
      {guard}
    </Form>
  );
}
