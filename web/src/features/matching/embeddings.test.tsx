import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { EmbeddingsCard } from "./Embeddings";
import { countText, embeddingState } from "./embeddings";

const ON: Schema<"EmbeddingsView"> = {
  model: "bge-m3",
  texts: 120,
  with_vector: 118,
  refused: 2,
  answered_at: "2026-11-23T02:00:00Z",
  failure: null,
  failed_at: null,
  again_at: null,
};

test("a service that is off, at work, done, or failing", () => {
  expect(embeddingState({ ...ON, model: null }).label.text).toBe("未启用");
  expect(embeddingState(ON).label.text).toBe("正常");
  expect(embeddingState({ ...ON, with_vector: 100 }).text).toContain("还有 18 段");
  const failing = embeddingState({ ...ON, failure: "unauthorized", again_at: "2026-11-23T02:01:00Z" });
  expect(failing.label.text).toBe("暂时中断");
  expect(failing.text).toMatch(/密钥.*自动重试/u);
  expect(embeddingState({ ...ON, failure: "busy" }).label.text).toBe("正常");
});

test("texts that the service refused are told", () => {
  expect(countText(ON)).toBe("118 / 120 段（2 段被服务拒绝，按用词比较）");
  expect(countText({ ...ON, refused: 0 })).toBe("118 / 120 段");
});

test("without a service the card tells how to turn it on, with one what went wrong last", () => {
  const { rerender } = render(<EmbeddingsCard view={{ ...ON, model: null, texts: 0, with_vector: 0 }} />);
  expect(screen.getByText("JINQIAO_EMBEDDINGS_URL")).toBeTruthy();
  expect(screen.queryByText("模型")).toBeNull();
  rerender(<EmbeddingsCard view={{ ...ON, failure: "timed_out", failed_at: "2026-11-23T01:00:00Z" }} />);
  expect(screen.getByText("bge-m3")).toBeTruthy();
  expect(screen.getByText(/没有按时答复/u).textContent).toContain("2026-11-23 09:00");
});
