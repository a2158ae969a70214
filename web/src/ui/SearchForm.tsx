/** Filters of a list, kept in the URL: nothing happens until 查询 is pressed, 重置 clears all; folded on phones. */
import { Button, Form, Input, Select } from "antd";
import { useEffect, useState } from "react";
import type { ListParams } from "@/api/useListParams";
import { useIsPhone } from "@/lib/useMedia";
import { ReadTools } from "./ReadTools";

export type SearchField = {
  name: string;
  label: string;
  placeholder?: string;
} & ({ kind: "text" | "date" | "number" } | { kind: "select"; options: { value: string; label: string }[] });

type Props = { fields: SearchField[]; list: Pick<ListParams, "filters" | "setFilters" | "reset"> };

function control(field: SearchField) {
  if (field.kind === "select") {
    return (
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={field.placeholder ?? "全部"}
        options={field.options}
      />
    );
  }
  if (field.kind === "date") return <Input type="date" />;
  return (
    <Input
      allowClear
      inputMode={field.kind === "number" ? "decimal" : undefined}
      placeholder={field.placeholder}
    />
  );
}

export function SearchForm({ fields, list }: Props) {
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const { filters } = list;
  // Going back in history changes the URL, and the form must follow it.
  useEffect(() => {
    form.setFieldsValue(Object.fromEntries(fields.map((field) => [field.name, filters[field.name]])));
  }, [form, fields, filters]);
  const active = fields.filter((field) => filters[field.name] !== undefined).length;
  const submit = (values: Record<string, string | undefined>) => {
    list.setFilters(Object.fromEntries(fields.map((field) => [field.name, values[field.name]?.trim()])));
    setOpen(false);
  };
  return (
    <search className="search-form">
      <ReadTools>
        {phone && (
          <Button block aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "收起筛选" : active > 0 ? `筛选（已选 ${active} 项）` : "筛选"}
          </Button>
        )}
        <Form
          form={form}
          layout="vertical"
          onFinish={submit}
          className={phone && !open ? "is-folded" : undefined}
        >
          <div className="search-fields">
            {fields.map((field) => (
              <Form.Item key={field.name} name={field.name} label={field.label}>
                {control(field)}
              </Form.Item>
            ))}
            <div className="search-buttons">
              <Button type="primary" htmlType="submit">
                查询
              </Button>
              <Button onClick={() => list.reset()}>重置</Button>
            </div>
          </div>
        </Form>
      </ReadTools>
    </search>
  );
}
