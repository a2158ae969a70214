/** The value that a field is compared with, in the way that people type it: 万元, percent, days, choices. */
import Input from "antd/es/input/Input";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { NativeSelect } from "@/ui/NativeSelect";
import { DecimalInput, RateInput, SignedMoneyInput, WholeInput } from "@/ui/ScaledInput";
import { TagsInput } from "@/ui/TagsInput";
import type { Field, Test } from "./condition";
import styles from "./policies.module.css";

type Props = { field: Field; test: Test; onChange: (value: unknown) => void };

const MILLION = 1_000_000;

type FigureProps = {
  field: Pick<Field, "kind" | "unit">;
  label: string;
  value: unknown;
  onChange: (value: number | null) => void;
};

/** A number of the field's kind: fen, thousandths of a percent, millionths of a number, or pieces. */
export function FigureInput({ field, label, value, onChange }: FigureProps) {
  const props = { "aria-label": label, value: typeof value === "number" ? value : null, onChange };
  if (field.kind === "money") return <SignedMoneyInput {...props} />;
  if (field.kind === "rate") return <RateInput {...props} />;
  if (field.kind === "number") return <DecimalInput {...props} unit={field.unit ?? ""} />;
  return <WholeInput {...props} unit={field.unit ?? ""} digits={9} />;
}

/** As conditions write it: a number as itself. */
function OperandInput({ field, value, onChange, ...rest }: FigureProps) {
  if (field.kind !== "number")
    return <FigureInput field={field} value={value} onChange={onChange} {...rest} />;
  return (
    <FigureInput
      field={field}
      value={typeof value === "number" ? Math.round(value * MILLION) : null}
      onChange={(next) => onChange(next === null ? null : next / MILLION)}
      {...rest}
    />
  );
}

export function ConditionValue({ field, test, onChange }: Props) {
  const { value } = test;
  const list = Array.isArray(value) ? value : [];
  if (test.op === "exists") return null;
  switch (field.kind) {
    case "yes_no":
      return (
        <NativeSelect
          aria-label="取值"
          options={[
            { value: "yes", label: "是" },
            { value: "no", label: "否" },
          ]}
          value={typeof value === "boolean" ? (value ? "yes" : "no") : null}
          onChange={(next) => onChange(next === undefined ? null : next === "yes")}
        />
      );
    case "choice":
    case "several":
      return (
        <ChoiceGroup
          label="取值"
          options={(field.options ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={list as string[]}
          onChange={onChange}
        />
      );
    case "text":
      return <TagsInput value={list as string[]} onChange={onChange} max={20} />;
    case "date":
      return test.op === "within" ? (
        <Months
          label="申请之日前"
          value={(value as { months?: number } | undefined)?.months ?? null}
          onChange={(months) => onChange(months === null ? null : { months, side: "before" })}
        />
      ) : (
        <Edge value={value} onChange={onChange} />
      );
    default:
      if (test.op !== "between")
        return <OperandInput field={field} label="取值" value={value} onChange={onChange} />;
      return (
        <div className="form-grid">
          <OperandInput
            field={field}
            label="最低"
            value={list[0]}
            onChange={(next) => onChange([next, list[1] ?? null])}
          />
          <OperandInput
            field={field}
            label="最高"
            value={list[1]}
            onChange={(next) => onChange([list[0] ?? null, next])}
          />
        </div>
      );
  }
}

function Months({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (months: number | null) => void;
}) {
  return (
    <div className={styles.months}>
      <span>{label}</span>
      <WholeInput aria-label={`${label}的月数`} unit="个月" value={value} onChange={onChange} />
    </div>
  );
}

/** A day of the calendar, or so many months before the application. */
function Edge({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const moving = typeof value === "object" && value !== null;
  const months = moving ? -((value as { months?: number }).months ?? 0) : null;
  return (
    <div className="form-grid">
      <NativeSelect
        aria-label="日期的算法"
        options={[
          { value: "fixed", label: "指定日期" },
          { value: "moving", label: "按申请之日往前推算" },
        ]}
        value={moving ? "moving" : "fixed"}
        onChange={(next) => onChange(next === "moving" ? { months: -12 } : null)}
      />
      {moving ? (
        <Months label="申请之日前" value={months} onChange={(next) => onChange({ months: -(next ?? 0) })} />
      ) : (
        <Input
          type="date"
          aria-label="日期"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </div>
  );
}
