/** Return for correction: all defects at once (一次性告知), each with the field it is about. */
import { Button, Form, Select } from "antd";
import TextArea from "antd/es/input/TextArea";
import type { IntentHeader } from "@/api/intent";
import { Defect } from "@/api/limits.gen";
import type { Topic } from "@/api/topics";
import type { Schema } from "@/api/types";
import type { DefectFields } from "@/labels/defects";
import { fieldText } from "@/labels/fields";
import { DEFECTS } from "@/labels/remarks";
import { CannedReasons } from "@/ui/CannedReasons";
import { FormDialog } from "@/ui/FormDialog";
import { withDefect } from "./defects";
import styles from "./reviews.module.css";

type Props = {
  /** Names of the fields that can be pointed at. */
  fields: DefectFields;
  /** What is reviewed, by which the 常用意见 go, each with the field it is about. */
  kind: Schema<"ReviewKind">;
  write: (defects: Schema<"Defect">[], headers: IntentHeader) => Promise<unknown>;
  changes: Topic;
  onDone: () => void;
  onClose: () => void;
};

type Values = { defects: Partial<Schema<"Defect">>[] };

const MAX = 20;

export function ReturnDialog({ fields, kind, write, changes, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const canned = DEFECTS[kind] ?? [];
  const choices = fields.fields.map((field) => ({ value: field, label: fieldText(field, fields.of) }));
  const pick = (defect: Schema<"Defect"> | undefined) => {
    if (!defect) return;
    const { rows, at } = withDefect(form.getFieldValue("defects"), defect, MAX);
    form.setFields([{ name: "defects", value: rows, touched: true }]);
    // Once the row is drawn.
    requestAnimationFrame(() => form.focusField(["defects", at, "message"]));
  };
  return (
    <FormDialog<Values>
      title="退回补正"
      form={form}
      wide
      okText="退回并通知"
      initialValues={{ defects: [{}] }}
      write={({ defects }, headers) => write(defects as Schema<"Defect">[], headers)}
      changes={changes}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">请一次性列出全部需要修改的地方。对方会逐条看到，修改后重新提交审核。</p>
      {canned.length > 0 && (
        <CannedReasons
          texts={canned.map((defect) => cannedText(defect, fields))}
          onPick={(index) => pick(canned[index])}
        />
      )}
      <Form.List name="defects">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} className={styles.defectRow}>
                <legend className="visually-hidden">第 {index + 1} 条意见</legend>
                <Form.Item
                  name={[row.name, "field"]}
                  label={`第 ${index + 1} 条：涉及内容`}
                  rules={[{ required: true, message: "请选择涉及内容" }]}
                >
                  <Select options={choices} showSearch={{ optionFilterProp: "label" }} placeholder="请选择" />
                </Form.Item>
                <Form.Item
                  name={[row.name, "message"]}
                  label="需要怎样修改"
                  rules={[{ required: true, whitespace: true, message: "请写明需要怎样修改" }]}
                >
                  <TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={Defect.message.max} />
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
    </FormDialog>
  );
}

/** With the field, unless the sentence begins with it. */
function cannedText({ field, message }: Schema<"Defect">, fields: DefectFields): string {
  const name = fieldText(field, fields.of);
  return message.startsWith(name) ? message : `${name}：${message}`;
}
