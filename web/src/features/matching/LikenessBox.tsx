/** Two texts and how alike they are, by the synonyms in force and by those typed; changes nothing. */
import { Button, Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { LikenessIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import styles from "./matching.module.css";
import { changeText, partsText, share } from "./synonyms";

type Values = { first: string; second: string };

export function LikenessBox({ body }: { body: string }) {
  const [form] = Form.useForm<Values>();
  const [tried, setTried] = useState<{ body: string; effect: Schema<"LikenessEffect"> } | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const compare = useIntent(
    async (values: Values, headers) => ({
      body,
      effect: await unwrap(api.POST("/operator/matching/likeness", { body: { ...values, body }, headers })),
    }),
    { onSuccess: setTried },
  );
  const shown = tried?.body === body ? tried.effect : null;
  const rules = [{ required: true, whitespace: true, message: "请填写文字" }];
  return (
    <Card title="试算">
      <Form<Values>
        form={form}
        name="likeness"
        layout="vertical"
        onValuesChange={() => {
          setTried(null);
          setProblem(null);
        }}
        onFinish={(values) =>
          compare.mutate(values, { onError: (error) => setProblem(applyProblem(form, error)) })
        }
      >
        <Form.Item name="first" label="资金用途说明" rules={rules}>
          <TextArea rows={2} maxLength={LikenessIn.first.max} placeholder="例如：购买注塑机，扩大产能" />
        </Form.Item>
        <Form.Item name="second" label="产品介绍" rules={rules}>
          <TextArea
            rows={2}
            maxLength={LikenessIn.second.max}
            placeholder="例如：支持企业采购啤机等生产设备"
          />
        </Form.Item>
        <Button htmlType="submit" loading={compare.isPending}>
          比较两段文字
        </Button>
        <p className="card-note">用上面填写的同义词试算，不会保存任何内容。</p>
        <ProblemAlert problem={problem} />
      </Form>
      {shown && (
        <div role="status">
          <p>
            <strong>{changeText(shown.before.likeness, shown.after.likeness)}</strong>
          </p>
          <ul className={styles.matchList}>
            <Result title="现行同义词" view={shown.before} />
            <Result title="填写的同义词" view={shown.after} />
          </ul>
        </div>
      )}
    </Card>
  );
}

function Result({ title, view }: { title: string; view: Schema<"LikenessView"> }) {
  return (
    <li>
      <strong className="num">
        {title}：{share(view.likeness)}
      </strong>
      <p>第一段的词：{view.first.join("、") || "无"}</p>
      <p>第二段的词：{view.second.join("、") || "无"}</p>
      <p>得分来源：{partsText(view)}</p>
    </li>
  );
}
