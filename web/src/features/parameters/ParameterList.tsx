/** Numbers that the operator sets: one form each, with limits and default. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { readQuery, refresh } from "@/api/queries";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { WholeInput } from "@/ui/ScaledInput";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { between } from "@/ui/textRules";
import { DateText } from "@/ui/Values";
import styles from "./parameters.module.css";

const parametersQuery = readQuery("parameters", "/operator/parameters");

function ParameterForm({ parameter }: { parameter: Schema<"ParameterView"> }) {
  const { text, help, unit, min, max } = parameter;
  const [form] = Form.useForm<{ value: number }>();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useIntent(
    (value: number) =>
      unwrap(
        api.PUT("/operator/parameters/{key}", { params: { path: { key: parameter.key } }, body: { value } }),
      ),
    {
      onSuccess: (all) => {
        queryClient.setQueryData(parametersQuery.queryKey, all);
        void refresh(queryClient, ["settings"]);
        toast("已保存，对之后发生的业务生效");
      },
    },
  );
  const submit = ({ value }: { value: number }) => {
    setProblem(null);
    save.mutate(value, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  return (
    <Card title={text}>
      <Form
        form={form}
        name={parameter.key}
        layout="vertical"
        initialValues={{ value: parameter.value }}
        onFinish={submit}
      >
        <Form.Item
          name="value"
          className={styles.field}
          label={
            <span>
              <span className="visually-hidden">{text}：</span>数值（{unit}）
            </span>
          }
          extra={`${help}可设为 ${min} 至 ${max}，默认 ${parameter.default}。`}
          rules={[{ required: true, message: "请填写数值" }, between(min, max)]}
        >
          <WholeInput unit={unit} digits={String(max).length} />
        </Form.Item>
        <ProblemAlert problem={problem} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
        {parameter.updated_at && (
          <p className="card-note">
            上次修改 <DateText value={parameter.updated_at} mode="time" />
          </p>
        )}
      </Form>
    </Card>
  );
}

export function ParameterList() {
  const query = useQuery(parametersQuery);
  return (
    <Loaded query={query} rows={6}>
      {(parameters) => (
        <div className="stack">
          {parameters.map((parameter) => (
            <ParameterForm key={parameter.key} parameter={parameter} />
          ))}
        </div>
      )}
    </Loaded>
  );
}
