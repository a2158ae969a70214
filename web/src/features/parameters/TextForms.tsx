/** Texts that the operator sets: what every page says of the platform. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { readQuery, refresh } from "@/api/queries";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

/** What is longer gets several lines, and is kept as one. */
const ONE_LINE = 200;

const textsQuery = readQuery("parameters", "/operator/texts");

function TextForm({ parameter }: { parameter: Schema<"TextParameterView"> }) {
  const { key, text, help, optional } = parameter;
  const [form] = Form.useForm<{ value: string }>();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useIntent(
    (value: string) =>
      unwrap(api.PUT("/operator/texts/{key}", { params: { path: { key } }, body: { value } })),
    {
      onSuccess: (all) => {
        queryClient.setQueryData(textsQuery.queryKey, all);
        void refresh(queryClient, ["settings"]);
        toast("已保存，各页面随即更新");
      },
    },
  );
  const submit = ({ value }: { value?: string }) => {
    setProblem(null);
    save.mutate(value?.replace(/\s+/g, " ").trim() ?? "", {
      onError: (error) => setProblem(applyProblem(form, error)),
    });
  };
  return (
    <Form
      form={form}
      name={key}
      layout="vertical"
      initialValues={{ value: parameter.value }}
      onFinish={submit}
    >
      <Form.Item
        name="value"
        label={optional ? `${text}（选填）` : text}
        extra={help}
        rules={optional ? [] : [{ required: true, whitespace: true, message: `请填写${text}` }]}
      >
        {parameter.longest > ONE_LINE ? (
          <TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={parameter.longest} />
        ) : (
          <Input maxLength={parameter.longest} autoComplete="off" />
        )}
      </Form.Item>
      <ProblemAlert problem={problem} />
      <Button htmlType="submit" loading={save.isPending}>
        保存
      </Button>
    </Form>
  );
}

export function TextForms() {
  const query = useQuery(textsQuery);
  return (
    <Card title="平台信息">
      <Loaded query={query} rows={6}>
        {(texts) => (
          <div className="stack">
            {texts.map((parameter) => (
              <TextForm key={parameter.key} parameter={parameter} />
            ))}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
