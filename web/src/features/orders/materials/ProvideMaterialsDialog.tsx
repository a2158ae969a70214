/** 补充材料: the files that the institution asked for, or why there are none. */
import { Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { MaterialsIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { UploadField } from "@/ui/UploadField";

type Values = Schema<"MaterialsIn">;
const LEAST = 5;

type Props = {
  order: Schema<"EnterpriseOrderView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ProvideMaterialsDialog({ order, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const wanted = order.materials.find((request) => !request.answered_at && !request.recalled_at);
  return (
    <FormDialog
      title="补充材料"
      form={form}
      initialValues={{ attachments: [] }}
      okText="提交材料"
      okDisabled={busy}
      wide
      write={({ attachments, note }: Values, headers) =>
        unwrap(
          api.POST("/enterprise/orders/{id}/provide-materials", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { attachments: attachments ?? [], note: note?.trim() || null },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已提交，机构会收到通知")}
      onClose={onClose}
    >
      {wanted && (
        <div className="notice tone-info form-note">
          <strong>{order.institution.name}需要以下材料</strong>
          <ul className="defect-list">
            {wanted.items.map((item) => (
              <li key={item.name}>
                {item.name}
                {item.note && `：${item.note}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Form.Item
        name="attachments"
        label="材料文件"
        dependencies={["note"]}
        rules={[
          {
            validator: async (_rule, files?: string[]) => {
              const note = form.getFieldValue("note")?.trim() ?? "";
              if (!files?.length && [...note].length < LEAST)
                throw new Error(`请上传材料；没有材料时请说明原因，至少 ${LEAST} 个字`);
            },
          },
        ]}
        extra="只有这家机构能看到；它每次下载都会记录在“数据授权”的访问记录中"
      >
        <UploadField label="材料文件" onBusy={setBusy} />
      </Form.Item>
      <Form.Item name="note" label="说明（没有材料时必填）">
        <TextArea
          rows={3}
          maxLength={MaterialsIn.note.max}
          showCount
          placeholder="例如哪些材料暂缺、原因和预计补交时间"
        />
      </Form.Item>
    </FormDialog>
  );
}
