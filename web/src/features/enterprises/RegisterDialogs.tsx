/** 授权查询, 撤回授权: whether a register may be asked about the own firm. */
import { useQuery } from "@tanstack/react-query";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { confirmSigner } from "@/api/signature";
import type { Schema } from "@/api/types";
import { REGISTER, REGISTER_NOTE } from "@/labels/registers";
import { AgreementField } from "@/ui/AgreementField";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FormDialog } from "@/ui/FormDialog";
import { SignerPassword } from "@/ui/SignerPassword";
import { useToast } from "@/ui/Toast";

type Props = { register: Schema<"Register">; onClose: () => void };

export function RevokeDialog({ register, onClose }: Props) {
  const toast = useToast();
  return (
    <ConfirmDialog
      title={`撤回对${REGISTER[register]}的授权`}
      okText="撤回授权"
      danger
      write={(_reason, headers) =>
        unwrap(
          api.POST("/enterprise/verification/{register}/revoke", { params: { path: { register } }, headers }),
        )
      }
      changes="profile"
      onDone={() => {
        toast("已撤回授权");
        onClose();
      }}
      onClose={onClose}
    >
      撤回后平台不再查询这一来源；已取得的数据注明来源和日期后保留，到期后按未核验处理。
    </ConfirmDialog>
  );
}

export function AuthorizeDialog({ register, onClose }: Props) {
  const agreement = useQuery(agreementQuery("data_verification"));
  const toast = useToast();
  return (
    <FormDialog<{ password?: string }, unknown>
      title={`授权查询：${REGISTER[register]}`}
      okText="签署并查询"
      wide
      signs="data_verification"
      write={async ({ password }, headers, authorization_version) => {
        await confirmSigner(password);
        return unwrap(
          api.POST("/enterprise/verification/{register}/authorize", {
            params: { path: { register } },
            body: { authorization_version },
            headers,
          }),
        );
      }}
      changes="profile"
      onDone={() => {
        toast("已授权并查询");
        onClose();
      }}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">将查询：{REGISTER_NOTE[register]}。</p>
      <AgreementField query={agreement} effect={`，授权平台查询本企业的${REGISTER[register]}信息`} />
      <SignerPassword />
    </FormDialog>
  );
}
