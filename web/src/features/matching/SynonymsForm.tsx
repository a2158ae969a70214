/** The operator types groups of synonyms, tries them on two texts, and puts them in force. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { SynonymsIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { LikenessBox } from "./LikenessBox";
import { countGroups, synonymsQuery } from "./synonyms";

type Values = { body: string; reason: string };

export function SynonymsForm({ current }: { current: Schema<"SynonymsView"> }) {
  const [form] = Form.useForm<Values>();
  const [body, setBody] = useState(current.body);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const unchanged = body === current.body;
  const [saved, setSaved] = useState(false);
  const guard = useUnsavedGuard(!unchanged && !saved);
  const save = useIntent(
    (values: Values, headers) =>
      unwrap(
        api.PUT("/operator/matching/synonyms", {
          params: { header: ifMatch(current.version) },
          body: values,
          headers,
        }),
      ),
    {
      onSuccess: (view) => {
        setSaved(true);
        queryClient.setQueryData(synonymsQuery.queryKey, view);
        toast("已保存，从下一次匹配起生效");
      },
    },
  );
  const { groups, words } = countGroups(body);
  return (
    <>
      <Form<Values>
        form={form}
        name="synonyms"
        layout="vertical"
        initialValues={{ body: current.body, reason: "" }}
        onValuesChange={(_changed, values) => {
          setBody(values.body);
          setProblem(null);
        }}
        onFinish={(values) =>
          save.mutate(values, { onError: (error) => setProblem(applyProblem(form, error)) })
        }
      >
        <Card title="同义词" extra={<span className="num">{`${groups} 组，${words} 个词`}</span>}>
          <Form.Item
            name="body"
            label="每行一组，词与词之间用空格或逗号隔开；第一个词代表整组"
            extra="以 # 开头的行是备注。平台自带的常用同义词始终有效；同一个词两边都有时，以这里的为准。"
          >
            <TextArea
              rows={10}
              maxLength={SynonymsIn.body.max}
              placeholder={"注塑机 啤机 射出机\n厂房 车间 工房"}
            />
          </Form.Item>
          {!unchanged && (
            <>
              <Form.Item
                name="reason"
                label="修改原因"
                rules={[
                  { required: true, whitespace: true, message: "请填写修改原因" },
                  atLeast(SynonymsIn.reason.min),
                ]}
              >
                <Input maxLength={SynonymsIn.reason.max} placeholder="例如：补充装备制造企业的常用叫法" />
              </Form.Item>
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                保存并启用
              </Button>
            </>
          )}
          <ProblemAlert problem={problem} />
        </Card>
      </Form>
      <LikenessBox body={body} />
      {guard}
    </>
  );
}
