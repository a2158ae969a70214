/** Industries to choose from a long list that can be searched. */
import { Form, Select } from "antd";
import { ProductContent } from "@/api/limits.gen";
import { DIVISIONS, divisionText, SECTION } from "@/labels/industries";
import { options } from "@/labels/label";

const INDUSTRIES = [
  ...options(SECTION).map(({ value, label }) => ({
    value: value.toUpperCase(),
    label: `${value.toUpperCase()} ${label}`,
  })),
  ...DIVISIONS.map(({ code }) => ({ value: code, label: `${code} ${divisionText(code)}` })),
];

export function Industries({ name, label }: { name: "industries_in" | "industries_out"; label: string }) {
  return (
    <Form.Item name={name} label={label}>
      <Select
        mode="multiple"
        allowClear
        options={INDUSTRIES}
        showSearch={{ optionFilterProp: "label" }}
        placeholder="按门类或大类选择，可输入搜索"
        maxCount={ProductContent[name].max}
      />
    </Form.Item>
  );
}
