/** A new branch or department, or another name for one. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { api, unwrap } from "@/api/client";
import { UnitIn } from "@/api/limits.gen";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import type { UnitLine } from "./units";

type Props = { unit: UnitLine; rename: boolean; onDone: () => void; onClose: () => void };

export function UnitDialog({ unit, rename, onDone, onClose }: Props) {
  const save = (name: string) =>
    rename
      ? unwrap(api.PUT("/team/units/{id}", { params: { path: { id: unit.id } }, body: { name } }))
      : unwrap(api.POST("/team/units", { body: { parent_id: unit.id, name } }));
  return (
    <FormDialog<{ name: string }>
      title={rename ? `修改${unit.name}的名称` : `在${unit.name}下新增`}
      initialValues={rename ? { name: unit.name } : {}}
      okText="保存"
      write={({ name }) => save(name.trim())}
      changes="team"
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: "请填写名称" }, atLeast(UnitIn.name.min)]}
      >
        <Input maxLength={UnitIn.name.max} placeholder="例如：高新支行、公司金融部" />
      </Form.Item>
    </FormDialog>
  );
}
