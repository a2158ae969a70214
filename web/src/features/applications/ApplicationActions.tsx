/** What the enterprise may do with an application now. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ApplicationReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatTime } from "@/lib/dates";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { useDialog } from "@/ui/useDialog";

const PayeeDialog = lazyPart(() => import("./PayeeDialog").then((m) => m.PayeeDialog));

type Props = {
  detail: Schema<"ApplicationDetail">;
  onEdit: () => void;
  /** The draft is no more. */
  onDiscarded: () => void;
};

export function ApplicationActions({ detail, onEdit, onDiscarded }: Props) {
  const { open, show, close, done } = useDialog<"withdraw" | "appeal" | "discard" | "payee">();
  const may = (key: Schema<"ApplicationActionKind">) =>
    detail.actions.some(({ action, allowed }) => action === key && allowed);
  const params = { path: { id: detail.id }, header: ifMatch(detail.version) };
  const allowed: Action[] = [];
  if (may("save"))
    allowed.push({
      key: "edit",
      label: detail.state === "correction" ? "修改补正" : "继续填写",
      primary: true,
      onClick: onEdit,
    });
  if (may("correct_payee"))
    allowed.push({ key: "payee", label: "更正收款账户", onClick: () => show("payee") });
  if (may("appeal"))
    allowed.push({ key: "appeal", label: "申诉", primary: true, onClick: () => show("appeal") });
  if (may("withdraw"))
    allowed.push({ key: "withdraw", label: "撤回申请", danger: true, onClick: () => show("withdraw") });
  if (detail.state === "draft" && may("save"))
    allowed.push({ key: "discard", label: "删除草稿", danger: true, onClick: () => show("discard") });
  return (
    <>
      <NowActions allowed={allowed} />
      {open === "withdraw" && (
        <ConfirmDialog
          title="撤回这件申请？"
          okText="撤回申请"
          danger
          reason={{ label: "撤回原因", limit: { min: 2, max: 500 } }}
          write={(reason, headers) =>
            unwrap(api.POST("/enterprise/applications/{id}/withdraw", { params, body: { reason }, headers }))
          }
          changes="applications"
          onDone={() => done("申请已撤回")}
          onClose={close}
        >
          撤回后部门不再办理；受理期内可以重新申请。
        </ConfirmDialog>
      )}
      {open === "payee" && (
        <PayeeDialog detail={detail} onDone={() => done("收款账户已更正")} onClose={close} />
      )}
      {open === "appeal" && (
        <ConfirmDialog
          title="对结果提出申诉？"
          okText="提交申诉"
          reason={{ label: "申诉理由", limit: { min: 10, max: ApplicationReasonIn.reason.max } }}
          write={(reason, headers) =>
            unwrap(api.POST("/enterprise/applications/{id}/appeal", { params, body: { reason }, headers }))
          }
          changes="applications"
          onDone={() => done("申诉已提交")}
          onClose={close}
        >
          每件申请只能申诉一次，由没有参与过审核的人员处理。
          {detail.appeal_until && `申诉期限至 ${formatTime(detail.appeal_until)}。`}
        </ConfirmDialog>
      )}
      {open === "discard" && (
        <ConfirmDialog
          title="删除这份草稿？"
          okText="删除草稿"
          danger
          write={(_reason, headers) =>
            unwrap(api.DELETE("/enterprise/applications/{id}", { params, headers }))
          }
          changes="applications"
          onDone={() => {
            done("草稿已删除");
            onDiscarded();
          }}
          onClose={close}
        >
          已填写的内容和上传的附件一并删除，不能恢复。
        </ConfirmDialog>
      )}
    </>
  );
}
