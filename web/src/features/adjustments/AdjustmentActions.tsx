/** What the reader may do with a notice now: the operator, or the department whose it is. */
import { api, ifMatch, unwrap } from "@/api/client";
import { AdjustmentNoteIn, AdjustmentReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import type { AdjustmentViewer } from "./queries";

type Detail = Schema<"AdjustmentDetail">;
type Key = Schema<"AdjustmentAction">["action"];

const LOOKS: Record<Key, Look> = {
  take: { label: "受理", primary: true },
  renew: { label: "确认事项已更新", primary: true },
  explain: { label: "发布调整说明" },
  recall: { label: "撤下说明", danger: true },
  return: { label: "退回部门", danger: true },
};

type Words = {
  title: string;
  ok: string;
  text: string;
  done: string;
  danger?: boolean;
  reason?: { label: string; required: true; limit: { min: number; max: number } };
};

const WORDS: Record<Key, Words> = {
  take: { title: "受理这条通知？", ok: "受理", text: "受理后由您在时限内办结。", done: "已受理" },
  renew: {
    title: "确认事项已更新？",
    ok: "确认",
    text: "平台会核对：通知涉及的每个事项，都须在通知之后发布了新版本。",
    done: "已确认事项更新",
  },
  explain: {
    title: "发布调整说明？",
    ok: "发布",
    text: "说明和生效日期将显示在通知涉及的全部事项的页面上，发布后不能修改，有误时可以撤下。",
    reason: {
      label: "调整说明（所有人可见）",
      required: true,
      limit: { min: 10, max: AdjustmentNoteIn.text.max },
    },
    done: "调整说明已发布",
  },
  recall: {
    title: "撤下调整说明？",
    ok: "撤下",
    text: "说明将不再显示在事项的页面上，撤下后不能恢复。",
    danger: true,
    reason: { label: "撤下的原因", required: true, limit: { min: 5, max: AdjustmentReasonIn.reason.max } },
    done: "调整说明已撤下",
  },
  return: {
    title: "退回部门？",
    ok: "退回",
    text: "部门会收到退回的原因，可以重新提交。",
    danger: true,
    reason: { label: "退回的原因", required: true, limit: { min: 5, max: AdjustmentReasonIn.reason.max } },
    done: "已退回部门",
  },
};

export function AdjustmentActions({ notice, viewer }: { notice: Detail; viewer: AdjustmentViewer }) {
  const { open, show, close, done } = useDialog<Key>();
  const params = { path: { id: notice.id }, header: ifMatch(notice.version) };
  const { allowed, blocked } = splitActions(LOOKS, notice.actions, show, []);
  const ready = notice.named.every((item) => item.renewed);
  // Whoever has it in hand waits for the department, or explains.
  const shown = ready
    ? allowed
    : allowed.map((action) => ({
        ...action,
        primary: action.key === "explain" || (action.key === "take" && action.primary),
      }));
  const words = open && WORDS[open];
  return (
    <>
      <NowActions allowed={shown} blocked={blocked} />
      {open && words && (
        <ConfirmDialog
          title={words.title}
          okText={words.ok}
          danger={words.danger}
          reason={words.reason}
          write={(said, headers) => {
            switch (open) {
              case "take":
                return unwrap(api.POST("/operator/adjustments/{id}/take", { params, headers }));
              case "renew":
                return unwrap(api.POST("/operator/adjustments/{id}/renew", { params, headers }));
              case "explain":
                return unwrap(
                  api.POST("/operator/adjustments/{id}/explain", { params, body: { text: said }, headers }),
                );
              case "recall":
                return unwrap(
                  api.POST(`/${viewer}/adjustments/{id}/recall`, { params, body: { reason: said }, headers }),
                );
              case "return":
                return unwrap(
                  api.POST("/operator/adjustments/{id}/return", { params, body: { reason: said }, headers }),
                );
            }
          }}
          changes="adjustments"
          onDone={() => done(words.done)}
          onClose={close}
        >
          {words.text}
        </ConfirmDialog>
      )}
    </>
  );
}
