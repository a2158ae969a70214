/** 不同意展期: the reason by code and in words; the enterprise sees both. */
import { Form } from "antd";
import { api, unwrap } from "@/api/client";
import { FormDialog } from "@/ui/FormDialog";
import type { SecondDialogProps } from "./ExtensionDialog";
import { RefusalFields, type RefusalValues } from "./RefusalFields";
import { useSecondWrite } from "./secondQueries";

export function ExtensionRefuseDialog({ second, open, onDone, onClose }: SecondDialogProps) {
  const [form] = Form.useForm<RefusalValues>();
  const write = useSecondWrite(
    (values: RefusalValues, headers) =>
      unwrap(
        api.POST("/institution/second-credits/{id}/refuse", {
          params: { path: { id: second.id } },
          body: { version: second.version, ...values },
          headers,
        }),
      ),
    () => onDone("已将原因告知企业"),
  );
  return (
    <FormDialog
      open={open}
      title="不同意展期"
      form={form}
      okText="不同意展期"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ code, text }) => write.send({ code, text: text.trim() })}
      onClose={onClose}
    >
      <p className="dialog-text">
        贷款按原到期日执行。企业会看到原因分类和您的说明，请写明具体情况。此操作不能恢复。
      </p>
      <RefusalFields />
    </FormDialog>
  );
}
