/** 不予批准: the reason by code and in words; the enterprise sees both. */
import { Form } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import type { StepDialogProps } from "./ContactDialog";
import { useOrderWrite } from "./queries";
import { RefusalFields, type RefusalValues } from "./RefusalFields";

export function RefuseDialog({ order, open, onDone, onClose }: StepDialogProps) {
  const [form] = Form.useForm<RefusalValues>();
  const write = useOrderWrite(
    (body: Schema<"OrderRefuseIn">, headers) =>
      unwrap(
        api.POST("/institution/orders/{id}/refuse", { params: { path: { id: order.id } }, body, headers }),
      ),
    () => onDone("已将原因告知企业，本次对接结束"),
  );
  return (
    <FormDialog
      open={open}
      title="不予批准"
      form={form}
      okText="不予批准"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ code, text }) => write.send({ version: order.version, code, text: text.trim() })}
      onClose={onClose}
    >
      <p className="dialog-text">
        企业会看到原因分类和您的说明，请写明具体情况和可以改进的地方。此操作不能恢复。
      </p>
      <RefusalFields />
    </FormDialog>
  );
}
