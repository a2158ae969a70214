/** Return for correction: all defects at once (一次性告知), each with the field it is about. */
import { Button, Form, Input, Modal, Select } from "antd";
import { useEffect, useState } from "react";
import type { Problem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import "./reviews.css";

type Props = {
  open: boolean;
  /** Names of the fields that can be pointed at. */
  fields: readonly string[];
  pending: boolean;
  problem: Problem | null;
  onConfirm: (defects: Schema<"Defect">[]) => void;
  onClose: () => void;
};

type Values = { defects: Partial<Schema<"Defect">>[] };

const MAX = 20;

export function ReturnDialog({ open, fields, pending, problem, onConfirm, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [shown, setShown] = useState<FormProblem | null>(null);
  useEffect(() => {
    if (open) form.resetFields();
  }, [open, form]);
  useEffect(() => {
    setShown(problem ? applyProblem(form, problem) : null);
  }, [problem, form]);
  const choices = fields.map((field) => ({ value: field, label: fieldText(field) }));
  return (
    <Modal
      open={open}
      title="退回补正"
      width={680}
      okText="退回并通知"
      cancelText="取消"
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={onClose}
      forceRender
    >
      <p className="dialog-text">请一次性列出全部需要修改的地方。对方会逐条看到，修改后重新提交审核。</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ defects: [{}] }}
        onFinish={(values) => onConfirm(values.defects as Schema<"Defect">[])}
      >
        <Form.List name="defects">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row, index) => (
                <fieldset key={row.key} className="defect-row">
                  <legend className="visually-hidden">第 {index + 1} 条意见</legend>
                  <Form.Item
                    name={[row.name, "field"]}
                    label={`第 ${index + 1} 条：涉及内容`}
                    rules={[{ required: true, message: "请选择涉及内容" }]}
                  >
                    <Select
                      options={choices}
                      showSearch={{ optionFilterProp: "label" }}
                      placeholder="请选择"
                    />
                  </Form.Item>
                  <Form.Item
                    name={[row.name, "message"]}
                    label="需要怎样修改"
                    rules={[{ required: true, whitespace: true, message: "请写明需要怎样修改" }]}
                  >
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
                  </Form.Item>
                  {rows.length > 1 && (
                    <Button aria-label={`删除第 ${index + 1} 条意见`} onClick={() => remove(row.name)}>
                      删除
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button block type="dashed" disabled={rows.length >= MAX} onClick={() => add({})}>
                {rows.length >= MAX ? `最多 ${MAX} 条` : "再加一条"}
              </Button>
            </>
          )}
        </Form.List>
        <ProblemAlert problem={shown} />
      </Form>
    </Modal>
  );
}
