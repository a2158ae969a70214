/** The class of the industry, found by words. Choosing one sets section and division with it. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { classText } from "@/labels/industries";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import styles from "./profile.module.css";
import type { ProfileValues } from "./profileValues";
import { industriesQuery } from "./queries";

const PAUSE_MS = 300;
/** More than the largest division has. */
const WHOLE_DIVISION = 65;
const LONGEST = 60;

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (code: string | null) => void;
  /** The name of the class that is stored. */
  known: string | null | undefined;
};

export function IndustryClassField({ id, value, onChange, known }: Props) {
  const form = Form.useFormInstance<ProfileValues>();
  const division = Form.useWatch("industry_division", form);
  const [typed, setTyped] = useState("");
  const [names, setNames] = useState<Record<string, string>>({});
  const wanted = typed.trim().slice(0, LONGEST);
  const asked = useDebouncedValue(wanted, PAUSE_MS);
  const { data, isFetching } = useQuery({
    ...industriesQuery(asked ? { q: asked } : { division: division ?? undefined, limit: WHOLE_DIVISION }),
    enabled: asked !== "" || Boolean(division),
  });
  // What was found for other words is no answer to these.
  const waiting = wanted !== asked || isFetching;
  const found = !waiting && (asked !== "" || division) ? (data?.classes ?? []) : [];
  const stored = form.getFieldValue("industry_class") === value ? known : null;
  const choose = (code: string | null | undefined) => {
    const chosen = found.find((one) => one.code === code);
    if (chosen) {
      setNames((all) => ({ ...all, [chosen.code]: chosen.name }));
      form.setFieldsValue({ industry_section: chosen.section, industry_division: chosen.division });
    }
    setTyped("");
    onChange?.(code ?? null);
  };
  return (
    <Select
      id={id}
      allowClear
      // The value shows its name before it has been searched for.
      value={value ? { value, label: classText(value, names[value] ?? stored) } : null}
      labelInValue
      onChange={(chosen: { value: string; label: string | null } | undefined) => choose(chosen?.value)}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={waiting}
      placeholder="输入关键词查找"
      notFoundContent={<NotFound asked={asked} busy={waiting} />}
      options={found.map((one) => ({
        value: one.code,
        label: classText(one.code, one.name),
        path: pathOf(one),
      }))}
      optionRender={({ label, data: option }) => (
        <span className={styles.industryOption}>
          <span>{label}</span>
          <small>{option.path}</small>
        </span>
      )}
    />
  );
}

const pathOf = (one: Schema<"IndustryClass">) =>
  one.group_name === one.name ? one.division_name : `${one.division_name} · ${one.group_name}`;

function NotFound({ asked, busy }: { asked: string; busy: boolean }) {
  if (busy) return "正在查找…";
  return asked ? "没有找到，请换一个说法，例如产品的通用名称" : "请输入关键词，或先选择行业大类";
}
