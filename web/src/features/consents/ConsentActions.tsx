/** What the enterprise can do with a consent: close parts, sign again, take it back. */
import { useQuery } from "@tanstack/react-query";
import { Form, InputNumber } from "antd";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { RevokeIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FoldedActionBar } from "@/ui/FoldedActionBar";
import { FormDialog } from "@/ui/FormDialog";
import { chosenScopes, ScopeChoice, ScopeFields } from "@/ui/ScopeFields";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";

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
      <FoldedActionBar
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

type DialogProps = { consent: Schema<"ConsentDetail">; onClose: () => void };

function NarrowDialog({ consent, onClose }: DialogProps) {
  const toast = useToast();
  return (
    <FormDialog
      title="缩小授权范围"
      initialValues={{ scopes: consent.scopes }}
      okText="缩小范围"
      wide
      write={({ scopes }: { scopes: Schema<"ConsentScope">[] }, headers) =>
        unwrap(
          api.POST("/enterprise/consents/{id}/narrow", {
            params: { path: { id: consent.id } },
            body: { version: consent.version, scopes: chosenScopes(scopes) },
            headers,
          }),
        )
      }
      changes="consents"
      onDone={() => {
        toast("已缩小授权范围，立即生效");
        onClose();
      }}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        取消勾选的资料，{consent.institution_name}
        立即不能再查看；此前已合法取得的资料不受影响。再次开放需要重新签署。
      </p>
      <ScopeChoice known={consent.scopes} />
    </FormDialog>
  );
}

type RenewValues = { scopes: Schema<"ConsentScope">[]; days: number };

function RenewDialog({ consent, onClose, onRenewed }: DialogProps & Pick<Props, "onRenewed">) {
  const toast = useToast();
  const agreement = useQuery(agreementQuery("data_authorization"));
  return (
    <FormDialog
      title={consent.state === "active" ? "延长或扩大授权" : "再次授权"}
      initialValues={{ scopes: consent.scopes, days: consent.default_days }}
      okText="签署授权"
      okDisabled={!agreement.data}
      wide
      write={({ scopes, days }: RenewValues, headers) =>
        unwrap(
          api.POST("/enterprise/consents/{id}/renew", {
            params: { path: { id: consent.id } },
            body: {
              version: consent.version,
              scopes: chosenScopes(scopes),
              days,
              authorization_version: agreement.data?.version ?? 0,
            },
            headers,
          }),
        )
      }
      changes="consents"
      onDone={(signed) => {
        toast("已重新签署授权");
        onRenewed(signed.id);
      }}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        重新签署后，下列资料只向{consent.institution_name}
        一家机构开放，原来的授权由新的代替。对接结束后，授权会自动提前到期。
      </p>
      <Form.Item
        name="days"
        label="有效期（从今天起的天数）"
        rules={[{ required: true, message: "请填写天数" }]}
      >
        <InputNumber min={7} max={365} precision={0} suffix="天" />
      </Form.Item>
      <ScopeFields agreement={agreement} />
    </FormDialog>
  );
}

function RevokeDialog({ consent, onClose }: DialogProps) {
  const toast = useToast();
  return (
    <ConfirmDialog
      title="撤回授权？"
      okText="撤回授权"
      danger
      reason={{ label: "撤回原因", limit: RevokeIn.reason, placeholder: "只有贵公司和平台审计可见" }}
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
      {`撤回后，${consent.institution_name}立即不能再查看贵公司的资料；此前已合法取得的资料不受影响。对接单 ${consent.order_no} 的办理可能因此中断。`}
    </ConfirmDialog>
  );
}
