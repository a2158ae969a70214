/** 上年营业收入: typed where no year is filled in, and otherwise that of the newest year, which is what the platform takes. */
import { Form } from "antd";
import { MoneyInput } from "@/ui/ScaledInput";
import { newestYear, type ProfileValues } from "./profileValues";
import { fieldId } from "./sections";

const LABEL = "上年营业收入";

export function RevenueField() {
  const years = Form.useWatch("finance", Form.useFormInstance<ProfileValues>());
  const newest = newestYear(years);
  if (!newest)
    return (
      <Form.Item name="revenue" label={LABEL} required>
        <MoneyInput />
      </Form.Item>
    );
  const id = fieldId("revenue");
  return (
    <Form.Item
      label={LABEL}
      required
      htmlFor={id}
      extra={`取自下方“近三年财务”中 ${newest.year} 年的营业收入，如需修改请在那里修改`}
    >
      <MoneyInput id={id} value={newest.revenue} readOnly />
    </Form.Item>
  );
}
