/** 不重复享受 as a control of a form: items that a firm cannot have beside this one. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { PolicyContent } from "@/api/limits.gen";
import { policiesQuery } from "@/api/policies";
import { NativeSelect } from "@/ui/NativeSelect";
import styles from "./policies.module.css";

type Props = {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** The item itself, which conflicts with nothing. */
  own: string | undefined;
};

/** So many are offered; whoever needs another finds it by the department's list. */
const OFFERED = 100;

export function ConflictsField({ id, value = [], onChange, own }: Props) {
  const items = useQuery(policiesQuery({ size: OFFERED })).data?.items ?? [];
  const offered = items.filter((item) => item.id !== own && !value.includes(item.id));
  const title = (other: string) => items.find((item) => item.id === other)?.title ?? "另一事项";
  return (
    <div className={styles.group}>
      {value.map((other) => (
        <div key={other} className={styles.months}>
          <span>{title(other)}</span>
          <Button
            aria-label={`删除“${title(other)}”`}
            onClick={() => onChange?.(value.filter((one) => one !== other))}
          >
            删除
          </Button>
        </div>
      ))}
      {value.length < PolicyContent.conflicts.max && (
        <NativeSelect
          id={id}
          placeholder="选择不能同时享受的事项"
          options={offered.map((item) => ({ value: item.id, label: item.title }))}
          value={null}
          onChange={(next) => next && onChange?.([...value, next])}
        />
      )}
    </div>
  );
}
