/** The confirmation that the sheet of all costs was read; nothing is accepted without it. */
import { Checkbox, Form } from "antd";

export const SheetRead = () => (
  <Form.Item
    name="read"
    valuePropName="checked"
    rules={[
      {
        validator: async (_rule, read: boolean | undefined) => {
          if (!read) throw new Error("请先阅读并确认清单");
        },
      },
    ]}
  >
    <Checkbox>本企业已阅读并确认上述《综合融资成本清单》</Checkbox>
  </Form.Item>
);
