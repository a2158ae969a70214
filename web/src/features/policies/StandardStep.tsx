/** How much is paid, for all together, and when. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { MoneyInput } from "@/ui/ScaledInput";
import { StandardField } from "./StandardField";

const date = (event: { target: { value: string } }) => event.target.value || null;

export function StandardStep() {
  return (
    <>
      <Form.Item name="standard" label="兑现标准（减免、奖补类必填）">
        <StandardField />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="budget" label="预算总额（选填）">
          <MoneyInput />
        </Form.Item>
        <Form.Item
          name="opens_on"
          label="开始日期"
          getValueFromEvent={date}
          rules={[{ required: true, message: "请填写开始日期" }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="closes_on" label="截止日期（长期有效则不填）" getValueFromEvent={date}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}
