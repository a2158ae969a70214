import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import type { Label } from "@/labels/label";
import { EMBEDDING_FAILURE } from "@/labels/matching";

export const embeddingsQuery = readQuery("matching", "/operator/matching/embeddings");

/** Whether vectors count now, and why not. */
export function embeddingState(view: Schema<"EmbeddingsView">): { label: Label; text: string } {
  const { model, texts, with_vector, refused, again_at, failure } = view;
  if (model === null)
    return {
      label: { text: "未启用", tone: "neutral" },
      text: "没有配置向量服务，用途相符按用词比较，各项功能照常使用。",
    };
  if (again_at !== null && failure !== null)
    return {
      label: { text: "暂时中断", tone: "warn" },
      text: `${EMBEDDING_FAILURE[failure]}。已有的向量继续有效，其余按用词比较，系统会自动重试。`,
    };
  const left = texts - with_vector - refused;
  if (left > 0)
    return {
      label: { text: "计算中", tone: "info" },
      text: `还有 ${left} 段文字等待计算，完成之前按用词比较。`,
    };
  return {
    label: { text: "正常", tone: "ok" },
    text: "两段文字都有向量时，用途相符同时比较用词和向量。",
  };
}

/** `118 / 120 段（2 段被服务拒绝，按用词比较）`. */
export function countText({ texts, with_vector, refused }: Schema<"EmbeddingsView">): string {
  const without = refused > 0 ? `（${refused} 段被服务拒绝，按用词比较）` : "";
  return `${with_vector} / ${texts} 段${without}`;
}
