/** Why an institution refuses: by code and in words; the enterprise reads both. */
import { Form, Select } from "antd";
import TextArea from "antd/es/input/TextArea";
import { CreditRefusalIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { REFUSAL_CODE } from "@/labels/refusals";

/** The same for an order and for an extension. */
const { min, max } = CreditRefusalIn.text;

const CODES = (Object.keys(REFUSAL_CODE) as Schema<"RefusalCode">[]).map((code) => ({
  value: code,
  label: `${code.toUpperCase()} ${REFUSAL_CODE[code]}`,
}));

export type RefusalValues = { code: Schema<"RefusalCode">; text: string };

/** Fields named `code` and `text`. */
export function RefusalFields() {
  return (
    <>
      <Form.Item name="code" label="原因分类" rules={[{ required: true, message: "请选择原因分类" }]}>
        <Select options={CODES} showSearch={{ optionFilterProp: "label" }} placeholder="请选择" />
      </Form.Item>
      <Form.Item
        name="text"
        label="具体说明"
        rules={[
          {
            validator: async (_rule, value?: string) => {
              if ([...(value?.trim() ?? "")].length < min) throw new Error(`至少写 ${min} 个字`);
            },
          },
        ]}
      >
        <TextArea
          rows={5}
          maxLength={max}
          count={{
            show: ({ value, count, maxLength }) => {
              const lack = min - [...value.trim()].length;
              return lack > 0 ? `还需 ${lack} 个字` : `${count} / ${maxLength}`;
            },
          }}
        />
      </Form.Item>
    </>
  );
}
