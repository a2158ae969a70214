import { api, ifMatch, unwrap } from "@/api/client";
import { FormDialog } from "@/ui/FormDialog";
import { RefusalFields, type RefusalValues } from "../steps/RefusalFields";
import type { SecondDialogProps } from "./ExtensionDialog";

export function ExtensionRefuseDialog({ second, onDone, onClose }: SecondDialogProps) {
  return (
    <FormDialog<RefusalValues>
      title="不同意展期"
      okText="不同意展期"
      write={({ code, text }, headers) =>
        unwrap(
          api.POST("/institution/second-credits/{id}/refuse", {
            params: { path: { id: second.id }, header: ifMatch(second.version) },
            body: { code, text: text.trim() },
            headers,
          }),
        )
      }
      changes="second_credits"
      onDone={() => onDone("已将原因告知企业")}
      onClose={onClose}
    >
      <p className="dialog-text">
        贷款按原到期日执行。企业会看到原因分类和您的说明，请写明具体情况。此操作不能恢复。
      </p>
      <RefusalFields />
    </FormDialog>
  );
}
