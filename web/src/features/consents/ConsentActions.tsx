/** What the enterprise can do with a consent: close parts, sign again, take it back. */
import { api, unwrap } from "@/api/client";
import { RevokeIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";
import type { DialogProps } from "./ConsentDialogs";

const NarrowDialog = lazyPart(() => import("./ConsentDialogs").then((m) => m.NarrowDialog));
const RenewDialog = lazyPart(() => import("./ConsentDialogs").then((m) => m.RenewDialog));

type Props = {
  consent: Schema<"ConsentDetail">;
  /** The page of the consent that was signed instead. */
  onRenewed: (id: string) => void;
};
type Open = "narrow" | "renew" | "revoke";

export function ConsentActions({ consent, onRenewed }: Props) {
  const { open, show, close } = useDialog<Open>();
  const held = consent.state === "active";
  const ended = "该授权已经结束";
  const actions: Action[] = [
    {
      key: "renew",
      label: held ? "延长或扩大授权" : "再次授权",
      primary: !held,
      disabled: !consent.may_renew,
      why: consent.why,
      onClick: () => show("renew"),
    },
    {
      key: "narrow",
      label: "缩小范围",
      disabled: !held || consent.scopes.length <= 2,
      why: held ? "企业身份和联系方式是办理对接必需的，不能再缩小" : ended,
      onClick: () => show("narrow"),
    },
    {
      key: "revoke",
      label: "撤回授权",
      danger: true,
      disabled: !held,
      why: ended,
      onClick: () => show("revoke"),
    },
  ];
  return (
    <>
      <NowActions
        allowed={actions.filter((action) => !action.disabled)}
        blocked={actions
          .filter((action) => action.disabled)
          .map(({ key, label, why }) => ({ key, label, why: why ?? "" }))}
      />
      {open === "narrow" && <NarrowDialog consent={consent} onClose={close} />}
      {open === "renew" && <RenewDialog consent={consent} onClose={close} onRenewed={onRenewed} />}
      {open === "revoke" && <RevokeDialog consent={consent} onClose={close} />}
    </>
  );
}

function RevokeDialog({ consent, onClose }: DialogProps) {
  const toast = useToast();
  return (
    <ConfirmDialog
      title="撤回授权？"
      okText="撤回授权"
      danger
      reason={{ label: "撤回原因", limit: RevokeIn.reason, placeholder: "只有贵企业和平台审计可见" }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/enterprise/consents/{id}/revoke", {
            params: { path: { id: consent.id } },
            body: { reason },
            headers,
          }),
        )
      }
      changes="consents"
      onDone={() => {
        toast("已撤回授权");
        onClose();
      }}
      onClose={onClose}
    >
      {`撤回后，${consent.institution_name}立即不能再查看贵企业的资料；此前已合法取得的资料不受影响。对接单 ${consent.order_no} 的办理可能因此中断。`}
    </ConfirmDialog>
  );
}
