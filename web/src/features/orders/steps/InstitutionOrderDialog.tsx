/** The dialog of one step that an institution takes with its order: on the order's page, or from where orders are listed. */

import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import type { InstitutionActionKey } from "./orderActions";

const LeaveHeldDialog = lazyPart(() =>
  import("../suspension/LeaveHeldDialog").then((m) => m.LeaveHeldDialog),
);
const RequestMaterialsDialog = lazyPart(() =>
  import("../materials/RequestMaterialsDialog").then((m) => m.RequestMaterialsDialog),
);
const ContactDialog = lazyPart(() => import("./ContactDialog").then((m) => m.ContactDialog));
const DecisionDialog = lazyPart(() => import("./DecisionDialog").then((m) => m.DecisionDialog));
const DisburseDialog = lazyPart(() => import("./DisburseDialog").then((m) => m.DisburseDialog));
const HandOverDialog = lazyPart(() => import("./HandOverDialog").then((m) => m.HandOverDialog));
const RefuseDialog = lazyPart(() => import("./RefuseDialog").then((m) => m.RefuseDialog));
const TermSheetDialog = lazyPart(() => import("./TermSheetDialog").then((m) => m.TermSheetDialog));
const TrancheDialog = lazyPart(() => import("./TrancheDialog").then((m) => m.TrancheDialog));

type Props = {
  order: Schema<"InstitutionOrderView">;
  step: InstitutionActionKey;
  /** Closes it, and says what was done. */
  onDone: (said: string) => void;
  onClose: () => void;
  /** The order is with a unit that this account does not see. */
  onGone: () => void;
};

export function InstitutionOrderDialog({ order, step, onDone, onClose, onGone }: Props) {
  const words = useLimits();
  const params = { path: { id: order.id }, header: ifMatch(order.version) };
  const equity = order.kind === "equity";
  const dialog = { order, onDone, onClose };
  return (
    <>
      {step === "leave_held" && <LeaveHeldDialog side="institution" {...dialog} />}
      {step === "take_on" && (
        <ConfirmDialog
          title="受理这项申请？"
          okText="受理"
          write={(_, headers) => unwrap(api.POST("/institution/orders/{id}/take-on", { params, headers }))}
          changes="orders"
          onDone={() => onDone("已受理，请尽快联系企业")}
          onClose={onClose}
        >
          {words("受理后由您经办，请在 {contact_days} 个工作日内联系企业。")}
          不能受理时请选择“不予批准”并说明原因。
        </ConfirmDialog>
      )}
      {step === "contact" && <ContactDialog {...dialog} />}
      {step === "request_materials" && <RequestMaterialsDialog {...dialog} />}
      {step === "recall_materials" && (
        <ConfirmDialog
          title="撤回材料要求？"
          okText="撤回"
          write={(_, headers) =>
            unwrap(api.POST("/institution/orders/{id}/recall-materials", { params, headers }))
          }
          changes="orders"
          onDone={() => onDone("已撤回材料要求")}
          onClose={onClose}
        >
          企业会收到通知，不必再补充；办理时限继续计算。
        </ConfirmDialog>
      )}
      {step === "approve" && (equity ? <TermSheetDialog {...dialog} /> : <DecisionDialog {...dialog} />)}
      {step === "refuse" && <RefuseDialog {...dialog} />}
      {step === "hand_over" && <HandOverDialog {...dialog} onGone={onGone} />}
      {step === "disburse" && (equity ? <TrancheDialog {...dialog} /> : <DisburseDialog {...dialog} />)}
      {step === "correct_payment" && <DisburseDialog {...dialog} correcting />}
      {step === "start_review" && (
        <ConfirmDialog
          title={equity ? "进入投资决策？" : "进入授信审批？"}
          okText={equity ? "进入投资决策" : "进入授信审批"}
          write={(_, headers) =>
            unwrap(api.POST("/institution/orders/{id}/start-review", { params, headers }))
          }
          changes="orders"
          onDone={() => onDone("已进入审批")}
          onClose={onClose}
        >
          表示尽职调查已经完成、材料已经齐备。企业会看到审批已经开始，之后请作出决定；不批准时须说明原因。
        </ConfirmDialog>
      )}
      {step === "pass" && (
        <ConfirmDialog
          title="不接这张派单？"
          okText="不接单"
          reason={{
            label: "理由",
            limit: { ...ReasonIn.reason, max: 200 },
            placeholder: "平台据此改进匹配，企业看不到",
          }}
          write={(reason, headers) =>
            unwrap(api.POST("/institution/orders/{id}/pass", { params, body: { reason }, headers }))
          }
          changes="orders"
          onDone={() => onDone("已回复不接单")}
          onClose={onClose}
        >
          需求会推送给其他机构；以后公开抢单时，贵机构仍可报价。
        </ConfirmDialog>
      )}
      {step === "retract" && (
        <ConfirmDialog
          title="撤回报价？"
          okText="撤回报价"
          danger
          reason={{ label: "理由", limit: ReasonIn.reason }}
          write={(reason, headers) =>
            unwrap(api.POST("/institution/orders/{id}/retract", { params, body: { reason }, headers }))
          }
          changes="orders"
          onDone={() => onDone("已撤回报价")}
          onClose={onClose}
        >
          企业会收到通知和您填写的理由。撤回后不能对同一需求再次报价。
        </ConfirmDialog>
      )}
    </>
  );
}
