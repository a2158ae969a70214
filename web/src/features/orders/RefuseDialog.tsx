/** 不予批准: the reason by code and in words; the enterprise sees both. */
import { Form, Input, Select } from "antd";
import { api, unwrap } from "@/api/client";
import type { OrderRefuseIn, RefusalCode } from "@/api/types";
import { REFUSAL_CODE } from "@/labels/finance";
import { FormDialog } from "@/ui/FormDialog";
import type { StepDialogProps } from "./ContactDialog";
import { useOrderWrite } from "./queries";

const LEAST = 20;

const CODES = (Object.keys(REFUSAL_CODE) as RefusalCode[]).map((code) => ({
  value: code,
  label: `${code.toUpperCase()} ${REFUSAL_CODE[code]}`,
}));

type Values = { code: RefusalCode; text: string };

export function RefuseDialog({ order, open, onDone, onClose }: StepDialogProps) {
  const [form] = Form.useForm<Values>();
  const write = useOrderWrite(
    (body: OrderRefuseIn, headers) =>
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
      <Form.Item name="code" label="原因分类" rules={[{ required: true, message: "请选择原因分类" }]}>
        <Select options={CODES} showSearch={{ optionFilterProp: "label" }} placeholder="请选择" />
      </Form.Item>
      <Form.Item
        name="text"
        label="具体说明"
        rules={[
          {
            validator: async (_rule, value?: string) => {
              if ([...(value?.trim() ?? "")].length < LEAST) throw new Error(`至少写 ${LEAST} 个字`);
            },
          },
        ]}
      >
        <Input.TextArea
          rows={5}
          maxLength={1000}
          count={{
            show: ({ value, count, maxLength }) => {
              const lack = LEAST - [...value.trim()].length;
              return lack > 0 ? `还需 ${lack} 个字` : `${count} / ${maxLength}`;
            },
          }}
        />
      </Form.Item>
    </FormDialog>
  );
}
