/** A long list of a filter, searched by what is typed. */
import { Select } from "antd";
import type { FilterSelectProps } from "./FilterSelect";

export function LongSelect({ options, ...rest }: FilterSelectProps<string>) {
  return (
    <Select
      {...rest}
      style={{ width: "100%" }}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      options={[...options]}
    />
  );
}
