/** The forms behind what the enterprise can do with a consent. */
import { Form } from "antd";
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { AuthorizationDialog } from "@/ui/AuthorizationDialog";
import { FormDialog } from "@/ui/FormDialog";
import { WholeInput } from "@/ui/ScaledInput";
import { chosenScopes, ScopeChoice } from "@/ui/ScopeFields";
import { useToast } from "@/ui/Toast";
import { between } from "@/ui/textRules";

export type DialogProps = { consent: Schema<"ConsentDetail">; onClose: () => void };

export function NarrowDialog({ consent, onClose }: DialogProps) {
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
            params: { path: { id: consent.id }, header: ifMatch(consent.version) },
            body: { scopes: chosenScopes(scopes) },
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

export function RenewDialog({
  consent,
  onClose,
  onRenewed,
}: DialogProps & { onRenewed: (id: string) => void }) {
  const toast = useToast();
  return (
    <AuthorizationDialog
      title={consent.state === "active" ? "延长或扩大授权" : "再次授权"}
      initialValues={{ scopes: consent.scopes, days: consent.default_days }}
      okText="签署授权"
      write={(signed, headers, { days }) =>
        unwrap(
          api.POST("/enterprise/consents/{id}/renew", {
            params: { path: { id: consent.id }, header: ifMatch(consent.version) },
            body: { days, ...signed },
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
      note={
        <>
          重新签署后，下列资料只向{consent.institution_name}
          一家机构开放，原来的授权由新的代替。对接结束后，授权会自动提前到期。
        </>
      }
    >
      <Form.Item
        name="days"
        label="有效期（从今天起的天数）"
        rules={[{ required: true, message: "请填写天数" }, between(7, 365)]}
      >
        <WholeInput unit="天" />
      </Form.Item>
    </AuthorizationDialog>
  );
}
