/** 语义向量: whether a service for vectors is configured, how far it has come, and what went wrong last. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { EMBEDDING_FAILURE } from "@/labels/matching";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { countText, embeddingState, embeddingsQuery } from "./embeddings";

export function Embeddings() {
  return (
    <Loaded query={useQuery(embeddingsQuery)} rows={4}>
      {(view) => <EmbeddingsCard view={view} />}
    </Loaded>
  );
}

export function EmbeddingsCard({ view }: { view: Schema<"EmbeddingsView"> }) {
  const { label, text } = embeddingState(view);
  return (
    <Card title="语义向量" extra={<StatusTag label={label} />}>
      <div className="stack">
        <p>{text}</p>
        {view.model === null ? <HowToTurnOn /> : <Facts view={view} />}
        <p className="card-note">
          只有已上架产品的介绍和已公开需求的公开说明会发送给该服务；企业自己填写的内容和未公开的内容不会发送。
        </p>
      </div>
    </Card>
  );
}

function HowToTurnOn() {
  return (
    <p>
      如需启用，请维护人员在服务器配置中填写 <code>JINQIAO_EMBEDDINGS_URL</code>（兼容 OpenAI 的接口地址）和{" "}
      <code>JINQIAO_EMBEDDINGS_MODEL</code>（模型名称），需要密钥的再填写 <code>JINQIAO_EMBEDDINGS_KEY</code>
      ，然后重新启动。
    </p>
  );
}

function Facts({ view }: { view: Schema<"EmbeddingsView"> }) {
  const failure = view.failure && (
    <>
      <DateText value={view.failed_at} mode="time" /> {EMBEDDING_FAILURE[view.failure]}
    </>
  );
  const again = view.again_at && {
    label: "下次重试",
    value: <DateText value={view.again_at} mode="time" />,
  };
  return (
    <Descriptions
      items={[
        { label: "模型", value: view.model },
        { label: "已有向量", value: <span className="num">{countText(view)}</span> },
        { label: "最近一次成功", value: <DateText value={view.answered_at} mode="time" /> },
        ...(again ? [again] : []),
        { label: "最近一次出错", value: failure ?? "没有出过错", wide: true },
      ]}
    />
  );
}
