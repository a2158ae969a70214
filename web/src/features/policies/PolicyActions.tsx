/** What the reader may do with an item now; what they may not, folded away with the reasons. */
import { api, ifMatch, unwrap } from "@/api/client";
import { PolicyOpinionIn, PolicyReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";

const ScheduleDialog = lazyPart(() => import("./ScheduleDialog").then((m) => m.ScheduleDialog));

type Detail = Schema<"PolicyDetail">;
type Key = Schema<"PolicyAction">["action"];
type Step = "recall" | "publish" | "suspend" | "resume" | "close" | "archive" | "pass" | "return";

const LOOKS: Record<Exclude<Key, "check">, Look> = {
  submit: { label: "核对并提交", primary: true },
  publish: { label: "立即发布", primary: true },
  resume: { label: "恢复办理", primary: true },
  edit: { label: "修改" },
  recall: { label: "撤回修改" },
  suspend: { label: "暂停办理", danger: true },
  close: { label: "结束办理", danger: true },
  archive: { label: "归档", danger: true },
};

type Dialog = {
  title: string;
  ok: string;
  text: string;
  done: string;
  danger?: boolean;
  reason?: { label: string; required: boolean };
};

const DIALOGS: Record<Step, Dialog> = {
  recall: {
    title: "撤回这一版？",
    ok: "撤回",
    text: "撤回后可以修改，修改后须重新提交核校。",
    done: "已撤回，可以修改",
  },
  publish: {
    title: "立即发布？",
    ok: "发布",
    text: "发布后企业即可查看；这一版不能再改，需要修改时另写新版本。",
    done: "事项已发布",
  },
  suspend: {
    title: "暂停办理？",
    ok: "暂停",
    text: "企业仍能看到事项和暂停的原因，之后可以恢复。",
    danger: true,
    reason: { label: "暂停的原因（企业可见）", required: true },
    done: "已暂停办理",
  },
  resume: { title: "恢复办理？", ok: "恢复", text: "企业将看到事项正在办理。", done: "已恢复办理" },
  close: {
    title: "结束办理？",
    ok: "结束",
    text: "企业仍能看到事项和结束的原因；发布新版本可以重新开始。",
    danger: true,
    reason: { label: "结束的原因（企业可见）", required: true },
    done: "已结束办理",
  },
  archive: {
    title: "归档这个事项？",
    ok: "归档",
    text: "归档后企业看不到此事项，也不能再修改，此操作不能恢复。",
    danger: true,
    done: "事项已归档",
  },
  pass: {
    title: "核校通过？",
    ok: "通过",
    text: "请确认依据真实有效，条件、标准与文件一致。通过后由编写部门发布。",
    reason: { label: "核校意见（选填）", required: false },
    done: "核校已通过",
  },
  return: {
    title: "退回补正？",
    ok: "退回",
    text: "请一次写明需要修改的全部内容。",
    reason: { label: "核校意见", required: true },
    done: "已退回补正",
  },
};

export function PolicyActions({ policy, onEdit }: { policy: Detail; onEdit: () => void }) {
  const { open, show, close, done } = useDialog<Step | "schedule">();
  const params = { path: { id: policy.id }, header: ifMatch(policy.version) };
  const { allowed, blocked } = splitActions(
    LOOKS,
    policy.actions,
    (key) => (key === "edit" || key === "submit" ? onEdit() : show(key)),
    ["submit", "publish"],
  );
  const check = policy.actions.find(({ action }) => action === "check");
  if (check?.allowed) {
    allowed.unshift(
      { key: "pass", label: "核校通过", primary: true, onClick: () => show("pass") },
      { key: "return", label: "退回补正", onClick: () => show("return") },
    );
  }
  if (allowed.some(({ key }) => key === "publish"))
    allowed.push({ key: "schedule", label: "定时发布", onClick: () => show("schedule") });
  const dialog = open && open !== "schedule" ? DIALOGS[open] : null;
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open === "schedule" && (
        <ScheduleDialog policy={policy} onDone={() => done("已设定发布时间")} onClose={close} />
      )}
      {open && open !== "schedule" && dialog && (
        <ConfirmDialog
          title={dialog.title}
          okText={dialog.ok}
          danger={dialog.danger}
          reason={
            dialog.reason && {
              ...dialog.reason,
              limit: {
                min: dialog.reason.required ? 5 : 0,
                max: (open === "pass" || open === "return" ? PolicyOpinionIn.opinion : PolicyReasonIn.reason)
                  .max,
              },
            }
          }
          write={(words, headers) => {
            const reason = { params, body: { reason: words || null }, headers };
            const opinion = { params, body: { opinion: words || null }, headers };
            switch (open) {
              case "recall":
                return unwrap(api.POST("/government/policies/{id}/recall", { params, headers }));
              case "publish":
                return unwrap(api.POST("/government/policies/{id}/publish", { params, headers }));
              case "pass":
                return unwrap(api.POST("/government/policies/{id}/pass", opinion));
              case "return":
                return unwrap(api.POST("/government/policies/{id}/return", opinion));
              case "suspend":
                return unwrap(api.POST("/government/policies/{id}/suspend", reason));
              case "resume":
                return unwrap(api.POST("/government/policies/{id}/resume", reason));
              case "close":
                return unwrap(api.POST("/government/policies/{id}/close", reason));
              case "archive":
                return unwrap(api.POST("/government/policies/{id}/archive", reason));
            }
          }}
          changes="policies"
          onDone={() => done(dialog.done)}
          onClose={close}
        >
          {dialog.text}
        </ConfirmDialog>
      )}
    </>
  );
}
