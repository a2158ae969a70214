/** How much is paid, for all together, and when. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { PolicyContent } from "@/api/limits.gen";
import { MoneyInput } from "@/ui/ScaledInput";
import { Rows } from "./Rows";
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
      <Rows
        name="later_windows"
        legend="后续批次（分批受理的填写，依次排列、不能重叠）"
        one="批次"
        from={2}
        most={PolicyContent.later_windows.max}
        fresh={{ opens_on: null, closes_on: null }}
      >
        {(at) => (
          <div className="form-grid">
            <Form.Item
              name={[at, "opens_on"]}
              label="开始日期"
              getValueFromEvent={date}
              rules={[{ required: true, message: "请填写开始日期" }]}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item name={[at, "closes_on"]} label="截止日期" getValueFromEvent={date}>
              <Input type="date" />
            </Form.Item>
          </div>
        )}
      </Rows>
    </>
  );
}
