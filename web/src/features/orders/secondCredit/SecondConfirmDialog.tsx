/** 确认二次授信: the enterprise signs the data authorisation again. */
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { SECOND_KIND } from "@/labels/second";
import { moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";
import type { SecondDialogProps } from "./ExtensionDialog";

type Values = { scopes: Schema<"ConsentScope">[] };

export function SecondConfirmDialog({ second, onDone, onClose }: SecondDialogProps) {
  return (
    <FormDialog<Values>
      title="同意二次授信"
      initialValues={{ scopes: SCOPES }}
      okText="同意并授权"
      signs="data_authorization"
      wide
      write={({ scopes }, headers, agreement) =>
        unwrap(
          api.POST("/enterprise/second-credits/{id}/confirm", {
            params: { path: { id: second.id } },
            body: {
              version: second.version,
              scopes: chosenScopes(scopes),
              authorization_version: agreement,
            },
            headers,
          }),
        )
      }
      changes="second_credits"
      onDone={() => onDone("已确认二次授信")}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        {second.institution_name}提出{SECOND_KIND[second.kind]} {moneyText(second.wanted.amount)}
        。同意后直接进入授信审批，是否接受授信由您最后决定。请重新签署数据授权。
      </p>
      <ScopeFields />
    </FormDialog>
  );
}
