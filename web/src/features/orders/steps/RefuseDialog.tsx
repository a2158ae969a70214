import { api, ifMatch, unwrap } from "@/api/client";
import { FormDialog } from "@/ui/FormDialog";
import type { StepDialogProps } from "./ContactDialog";
import { RefusalFields, type RefusalValues } from "./RefusalFields";

export function RefuseDialog({ order, onDone, onClose }: StepDialogProps) {
  return (
    <FormDialog<RefusalValues>
      title="不予批准"
      okText="不予批准"
      write={({ code, text }, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/refuse", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { code, text: text.trim() },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已将原因告知企业，本次对接结束")}
      onClose={onClose}
    >
      <p className="dialog-text">
        企业会看到原因分类和您的说明，请写明具体情况和可以改进的地方。此操作不能恢复。
      </p>
      <RefusalFields />
    </FormDialog>
  );
}
