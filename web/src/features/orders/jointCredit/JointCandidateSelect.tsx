/** A choice of certified institutions, searched on the server; chosen ones keep their names while another search runs. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { candidatesQuery } from "./jointQueries";

type Props = {
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  /** Those that cannot be asked again. */
  without?: readonly string[];
};

export function JointCandidateSelect({ id, value, onChange, without = [] }: Props) {
  const [q, setQ] = useState("");
  const [names, setNames] = useState<Record<string, string>>({});
  const candidates = useQuery(candidatesQuery({ q: q || undefined, size: 50 }));
  const found = (candidates.data?.items ?? [])
    .filter((candidate) => !without.includes(candidate.id))
    .map((candidate) => ({
      value: candidate.id,
      label: `${candidate.name}${candidate.institution_type ? ` · ${INSTITUTION_TYPE[candidate.institution_type]}` : ""}`,
    }));
  const kept = (value ?? [])
    .filter((chosen) => !found.some((option) => option.value === chosen))
    .map((chosen) => ({ value: chosen, label: names[chosen] ?? "已选机构" }));
  return (
    <Select
      id={id}
      mode="multiple"
      maxCount={20}
      value={value}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={candidates.isFetching}
      placeholder="输入机构名称搜索"
      options={[...found, ...kept]}
      onChange={(chosen: string[]) => {
        const known = Object.fromEntries(found.map((option) => [option.value, option.label]));
        setNames((before) => ({ ...before, ...known }));
        setQ("");
        onChange?.(chosen);
      }}
    />
  );
}
