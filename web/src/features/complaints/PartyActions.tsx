/** What the two sides can do: confirm, reopen, take back; explain. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ExplanationIn, ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";

const LOOKS = {
  confirm: { label: "确认答复", primary: true },
  reopen: { label: "要求重新处理" },
  withdraw: { label: "撤回", danger: true },
  explain: { label: "说明情况", primary: true },
} satisfies Partial<Record<Schema<"ComplaintView">["actions"][number]["action"], Look>>;

type Key = keyof typeof LOOKS;

const WORDS: Record<Key, { title: string; ok: string; text: string; done: string }> = {
  confirm: {
    title: "确认答复？",
    ok: "确认答复",
    text: "表示您接受平台的答复。核查属实的，整改完成后办结。",
    done: "已确认",
  },
  reopen: {
    title: "要求重新处理？",
    ok: "要求重新处理",
    text: "请说明对答复不满意的地方，平台会重新核查。最多可要求两次。",
    done: "已要求重新处理",
  },
  withdraw: {
    title: "撤回这项投诉或异议？",
    ok: "撤回",
    text: "撤回后办结，不能恢复；需要时可以重新提出。",
    done: "已撤回",
  },
  explain: {
    title: "说明情况",
    ok: "提交说明",
    text: "平台和提出方都会看到您的说明。答复之前可以再次说明，以最后一次为准。",
    done: "已提交说明",
  },
};

const REASON: Partial<Record<Key, { label: string; limit: { min: number; max: number } }>> = {
  reopen: { label: "不满意的地方", limit: { ...ReasonIn.reason, min: 5 } },
  withdraw: { label: "撤回原因", limit: ReasonIn.reason },
  explain: { label: "情况说明", limit: ExplanationIn.text },
};

export function PartyActions({ complaint }: { complaint: Schema<"ComplaintView"> }) {
  const { open, show, close, done } = useDialog<Key>();
  const { allowed, blocked } = splitActions(LOOKS, complaint.actions, show);
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open && (
        <ConfirmDialog
          title={WORDS[open].title}
          okText={WORDS[open].ok}
          danger={open === "withdraw"}
          reason={REASON[open]}
          write={(words, headers) => {
            const params = { path: { id: complaint.id }, header: ifMatch(complaint.version) };
            switch (open) {
              case "confirm":
                return unwrap(api.POST("/complaints/{id}/confirm", { params, headers }));
              case "explain":
                return unwrap(
                  api.POST("/complaints/{id}/explain", { params, body: { text: words }, headers }),
                );
              case "reopen":
                return unwrap(
                  api.POST("/complaints/{id}/reopen", { params, body: { reason: words }, headers }),
                );
              case "withdraw":
                return unwrap(
                  api.POST("/complaints/{id}/withdraw", { params, body: { reason: words }, headers }),
                );
            }
          }}
          changes="complaints"
          onDone={() => done(WORDS[open].done)}
          onClose={close}
        >
          {WORDS[open].text}
        </ConfirmDialog>
      )}
    </>
  );
}
