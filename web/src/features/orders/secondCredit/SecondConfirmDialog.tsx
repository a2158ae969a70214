/** 确认二次授信: the enterprise signs the data authorisation again. */
import { api, ifMatch, unwrap } from "@/api/client";
import { SECOND_KIND } from "@/labels/second";
import { moneyText } from "@/lib/money";
import { AuthorizationDialog } from "@/ui/AuthorizationDialog";
import type { SecondDialogProps } from "./ExtensionDialog";

export function SecondConfirmDialog({ second, onDone, onClose }: SecondDialogProps) {
  return (
    <AuthorizationDialog
      title="同意二次授信"
      okText="同意并授权"
      write={(signed, headers) =>
        unwrap(
          api.POST("/enterprise/second-credits/{id}/confirm", {
            params: { path: { id: second.id }, header: ifMatch(second.version) },
            body: signed,
            headers,
          }),
        )
      }
      changes="second_credits"
      onDone={() => onDone("已确认二次授信")}
      onClose={onClose}
      note={
        <>
          {second.institution_name}提出{SECOND_KIND[second.kind]} {moneyText(second.wanted.amount)}
          。同意后直接进入授信审批，是否接受授信由您最后决定。请重新签署数据授权。
        </>
      }
    />
  );
}
