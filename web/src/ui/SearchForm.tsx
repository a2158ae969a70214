/** Filters of a list, kept in the URL: nothing happens until 查询 is pressed, 重置 clears all; folded on phones. */
import { Button } from "antd";
import Input from "antd/es/input/Input";
import { type FormEvent, useEffect, useId, useState } from "react";
import type { ListParams } from "@/api/useListParams";
import { useIsPhone } from "@/lib/useMedia";
import { FilterSelect } from "./FilterSelect";
import { NativeSelect } from "./NativeSelect";
import { ReadTools } from "./ReadTools";

export type SearchField = {
  name: string;
  label: string;
  placeholder?: string;
} & (
  | { kind: "text" | "date" | "number" }
  | {
      kind: "select";
      options: { value: string; label: string }[];
      /** What holds while nothing is chosen, where not all can be had. */
      standard?: string;
    }
);

type Props = { fields: SearchField[]; list: Pick<ListParams, "filters" | "setFilters" | "reset"> };

type Control = { id: string; value: string | undefined; onChange: (value: string | undefined) => void };

function SearchControl({ field, id, value, onChange }: Control & { field: SearchField }) {
  if (field.kind === "select") {
    if (field.standard)
      return (
        <NativeSelect id={id} options={field.options} value={value ?? field.standard} onChange={onChange} />
      );
    return (
      <FilterSelect
        id={id}
        placeholder={field.placeholder ?? "全部"}
        options={field.options}
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <Input
      id={id}
      type={field.kind === "date" ? "date" : "text"}
      allowClear={field.kind !== "date"}
      inputMode={field.kind === "number" ? "decimal" : undefined}
      placeholder={field.placeholder}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function SearchForm({ fields, list }: Props) {
  const { filters } = list;
  const [values, setValues] = useState<Record<string, string | undefined>>(filters);
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const id = useId();
  // Going back in history changes the URL, and the form must follow it.
  useEffect(() => setValues(filters), [filters]);
  const active = fields.filter((field) => filters[field.name] !== undefined).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
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
        <form onSubmit={submit} className={phone && !open ? "is-folded" : undefined}>
          <div className="search-fields">
            {fields.map((field) => (
              <div key={field.name} className="search-field">
                <label htmlFor={`${id}-${field.name}`}>{field.label}</label>
                <SearchControl
                  id={`${id}-${field.name}`}
                  field={field}
                  value={values[field.name]}
                  onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
                />
              </div>
            ))}
            <div className="search-buttons">
              <Button type="primary" htmlType="submit">
                查询
              </Button>
              <Button onClick={() => list.reset()}>重置</Button>
            </div>
          </div>
        </form>
      </ReadTools>
    </search>
  );
}
