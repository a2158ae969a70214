/** 请企业补充材料: everything that is missing, in one list (一次性告知). */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { MaterialItem } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import styles from "../orders.module.css";
import type { StepDialogProps } from "../steps/ContactDialog";

type Values = Schema<"MaterialRequestIn">;

const MOST = 20;

export function RequestMaterialsDialog({ order, onDone, onClose }: StepDialogProps) {
  return (
    <FormDialog<Values>
      title="请企业补充材料"
      initialValues={{ items: [{ name: "", note: null }] }}
      okText="通知企业"
      wide
      write={({ items }, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/request-materials", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: {
              items: items.map(({ name, note }) => ({ name: name.trim(), note: note?.trim() || null })),
            },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已通知企业补充材料")}
      onClose={onClose}
    >
      <p className="dialog-text">请一次列出全部需要的材料。企业补充之前，办理时限暂停计算。</p>
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} className={styles.feeFields}>
                <legend className="visually-hidden">第 {index + 1} 项材料</legend>
                <div className={styles.feeRow}>
                  <Form.Item
                    name={[row.name, "name"]}
                    label={`第 ${index + 1} 项材料`}
                    rules={[
                      { required: true, whitespace: true, message: "请填写材料名称" },
                      atLeast(MaterialItem.name.min),
                    ]}
                  >
                    <Input maxLength={MaterialItem.name.max} placeholder="例如 近两年审计报告" />
                  </Form.Item>
                  <Form.Item name={[row.name, "note"]} label="要求（选填）">
                    <Input maxLength={MaterialItem.note.max} placeholder="例如 加盖公章的扫描件" />
                  </Form.Item>
                  {rows.length > 1 && (
                    <Button aria-label={`删除第 ${index + 1} 项材料`} onClick={() => remove(row.name)}>
                      删除
                    </Button>
                  )}
                </div>
              </fieldset>
            ))}
            <Button
              block
              type="dashed"
              disabled={rows.length >= MOST}
              onClick={() => add({ name: "", note: null })}
            >
              {rows.length >= MOST ? `最多 ${MOST} 项` : "再加一项"}
            </Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
