/** The card to edit: saved whole, with the version that was read. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { CardIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { UploadField } from "@/ui/UploadField";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { cardQuery } from "./queries";

type Values = Schema<"CardIn">;
type Props = { card: Schema<"CardView">; onDone: (saved: boolean) => void };

const text = (value: string | null | undefined) => value?.trim() || null;

export function CardForm({ card, onDone }: Props) {
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [dirty, setDirty] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const save = useIntent(
    (body: Schema<"CardIn">) =>
      unwrap(api.PUT("/organization/card", { params: { header: ifMatch(card.version) }, body })),
    {
      onSuccess: (next) => {
        queryClient.setQueryData(cardQuery.queryKey, next);
        onDone(true);
      },
    },
  );
  const guard = useUnsavedGuard(dirty && !save.isSuccess);
  const submit = (values: Values) => {
    setProblem(null);
    const body: Schema<"CardIn"> = {
      introduction: text(values.introduction),
      address: text(values.address),
      service_phone: text(values.service_phone),
      website: text(values.website),
      licence_no: text(values.licence_no),
      service_scope: text(values.service_scope),
      attachments: values.attachments ?? [],
    };
    save.mutate(body, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={card}
      onValuesChange={() => setDirty(true)}
      onFinish={submit}
    >
      <div className="form-grid">
        <Form.Item
          name="introduction"
          label="单位介绍"
          className="wide"
          extra="认证后向公众展示，至少 10 个字"
        >
          <TextArea rows={4} maxLength={CardIn.introduction.max} showCount className="counted" />
        </Form.Item>
        <Form.Item name="service_scope" label="服务范围" className="wide">
          <TextArea rows={2} maxLength={CardIn.service_scope.max} showCount className="counted" />
        </Form.Item>
        <Form.Item name="service_phone" label="服务电话">
          <Input maxLength={CardIn.service_phone.max} inputMode="tel" placeholder="例如 023-61234567" />
        </Form.Item>
        <Form.Item name="website" label="网址（选填）">
          <Input maxLength={CardIn.website.max} inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="address" label="地址">
          <Input maxLength={CardIn.address.max} />
        </Form.Item>
        <Form.Item name="licence_no" label="业务许可证编号" extra="没有许可证的，填写营业执照注册号">
          <Input maxLength={CardIn.licence_no.max} />
        </Form.Item>
      </div>
      <Form.Item name="attachments" label="许可证或营业执照" extra="仅供平台审核，不向公众展示">
        <UploadField label="许可证或营业执照" known={card.files} onBusy={setUploading} />
      </Form.Item>
      <ProblemAlert problem={problem} />
      <div className="action-bar">
        <div className="action-bar-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending || uploading}>
            保存
          </Button>
          <Button
            onClick={() => {
              setDirty(false);
              onDone(false);
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
