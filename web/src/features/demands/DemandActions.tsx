/** What the enterprise may do with a demand now; what it may not, folded away with the reasons. */
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NowActions } from "@/ui/now/NowActions";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { splitActions } from "@/ui/splitActions";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";
import { demandLooks } from "./demandActionList";

type Props = {
  demand: Schema<"DemandView">;
  /** Opens the wizard, also for submitting: its last step shows everything once more. */
  onEdit: () => void;
  /** Opens the draft that was made from this demand. */
  onCopied: (id: string) => void;
};

/** What may be done soon in each state, so that it is said why it cannot be done yet. */
const SOON_DEMAND: Partial<Record<Schema<"DemandView">["state"], readonly string[]>> = {
  draft: ["submit"],
  returned: ["submit"],
  reviewing: ["edit", "withdraw"],
  dispatched: ["complete", "withdraw"],
  open: ["complete", "withdraw"],
  negotiating: ["complete", "withdraw"],
  agreed: ["withdraw"],
  closed_unmatched: ["submit"],
};

export function DemandActions({ demand, onEdit, onCopied }: Props) {
  const { open, show, close, done } = useDialog<"withdraw" | "complete">();
  const toast = useToast();
  const params = { path: { id: demand.id } };
  const copy = useIntent(
    (_: undefined, headers) => unwrap(api.POST("/enterprise/demands/{id}/copy", { params, headers })),
    {
      changes: "demands",
      onSuccess: (made) => {
        toast("已复制为新的草稿，请核对后提交");
        onCopied(made.id);
      },
    },
  );
  const begin = (key: Schema<"DemandAction">["action"]) => {
    if (key === "withdraw" || key === "complete") show(key);
    else if (key === "copy") copy.mutate(undefined);
    else onEdit();
  };
  const { state, actions } = demand;
  const { allowed, blocked } = splitActions(demandLooks(state), actions, begin, SOON_DEMAND[state] ?? []);
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      <ProblemAlert problem={copy.error} />
      {open === "withdraw" && (
        <ConfirmDialog
          title="撤回这项需求？"
          okText="撤回需求"
          danger
          reason={{ label: "撤回原因", limit: ReasonIn.reason }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/enterprise/demands/{id}/withdraw", {
                params: { ...params, header: ifMatch(demand.version) },
                body: { reason },
                headers,
              }),
            )
          }
          changes="demands"
          onDone={() => done("需求已撤回")}
          onClose={close}
        >
          {demand.live_orders > 0
            ? `撤回后，正在进行的 ${demand.live_orders} 个对接会自动结束，机构会收到通知和您填写的原因。此操作不能恢复。`
            : "撤回后机构不能再看到这项需求。此操作不能恢复，需要时可以重新发布。"}
        </ConfirmDialog>
      )}
      {open === "complete" && (
        <ConfirmDialog
          title="停止接收其他报价？"
          okText="停止接收"
          write={(_, headers) =>
            unwrap(
              api.POST("/enterprise/demands/{id}/complete", {
                params: { ...params, header: ifMatch(demand.version) },
                headers,
              }),
            )
          }
          changes="demands"
          onDone={() => done("已停止接收其他报价")}
          onClose={close}
        >
          已接受的授信继续办理；其他还没有接受的对接会自动结束，相关机构会收到通知。
        </ConfirmDialog>
      )}
    </>
  );
}
