/** 确认二次授信: the enterprise signs the data authorisation again. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { SECOND_KIND } from "@/labels/second";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";
import type { SecondDialogProps } from "./ExtensionDialog";
import { useSecondWrite } from "./secondQueries";

type Values = { scopes: Schema<"ConsentScope">[]; agreed?: boolean };

export function SecondConfirmDialog({ second, open, onDone, onClose }: SecondDialogProps) {
  const [form] = Form.useForm<Values>();
  const agreement = useQuery({ ...agreementQuery("data_authorization"), enabled: open });
  const write = useSecondWrite(
    (body: { version: number; scopes: Schema<"ConsentScope">[]; authorization_version: number }, headers) =>
      unwrap(
        api.POST("/enterprise/second-credits/{id}/confirm", {
          params: { path: { id: second.id } },
          body,
          headers,
        }),
      ),
    () => onDone("已确认二次授信"),
  );
  return (
    <FormDialog
      open={open}
      title="同意二次授信"
      form={form}
      initialValues={{ scopes: SCOPES }}
      okText="同意并授权"
      okDisabled={!agreement.data}
      pending={write.isPending}
      error={write.error}
      wide
      onSubmit={({ scopes }) =>
        agreement.data &&
        write.send({
          version: second.version,
          scopes: chosenScopes(scopes),
          authorization_version: agreement.data.version,
        })
      }
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        {second.institution_name}提出{SECOND_KIND[second.kind]} {moneyText(second.wanted.amount)}
        。同意后直接进入授信审批，是否接受授信由您最后决定。请重新签署数据授权。
      </p>
      <ScopeFields agreement={agreement} />
    </FormDialog>
  );
}
