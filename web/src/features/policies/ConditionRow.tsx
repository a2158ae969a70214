/** One row of a condition: field, comparison, value, which paper proves it, and the department's own words for it. */
import { Button, Checkbox } from "antd";
import Input from "antd/es/input/Input";
import { useId } from "react";
import { POLICY_OPERATOR } from "@/labels/policies";
import { NativeSelect } from "@/ui/NativeSelect";
import { ConditionValue } from "./ConditionValue";
import { type Field, OPERATORS, type Part, type Test, withField, withOperator } from "./condition";
import styles from "./policies.module.css";

type Row = Extract<Part, { test: Test }>;

type Props = {
  number: number;
  part: Row;
  fields: readonly Field[];
  bare?: boolean;
  onChange: (part: Row) => void;
  onRemove: () => void;
};

export function ConditionRow({ number, part, fields, bare = false, onChange, onRemove }: Props) {
  const id = useId();
  const { test } = part;
  const field = fields.find((one) => one.code === test.field);
  const change = (next: Test) => onChange({ ...part, test: next });
  const dated = field?.kind === "date";
  const operators = (field ? OPERATORS[field.kind] : []).map((value) => ({
    value,
    label:
      dated && value === "at_most"
        ? "不晚于"
        : dated && value === "at_least"
          ? "不早于"
          : POLICY_OPERATOR[value],
  }));
  return (
    <fieldset className={styles.row}>
      <legend>第 {number} 条</legend>
      <div className="form-grid">
        <label className={styles.field} htmlFor={`${id}-field`}>
          <span>{bare ? "内容项" : "指标"}</span>
          <NativeSelect
            id={`${id}-field`}
            options={fields.map((one) => ({ value: one.code, label: one.name }))}
            value={field?.code}
            onChange={(code) => {
              const next = fields.find((one) => one.code === code);
              if (next) change(withField(test, next));
            }}
          />
        </label>
        {field && (
          <label className={styles.field} htmlFor={`${id}-op`}>
            <span>比较方式</span>
            <NativeSelect
              id={`${id}-op`}
              options={operators}
              value={test.op}
              onChange={(op) => op && change(withOperator(test, op))}
            />
          </label>
        )}
      </div>
      {field && (
        <>
          <ConditionValue field={field} test={test} onChange={(value) => change({ ...test, value })} />
          <Checkbox checked={part.not} onChange={(event) => onChange({ ...part, not: event.target.checked })}>
            反向条件：不得符合这一条
          </Checkbox>
          {!bare && (
            <div className="form-grid">
              <label className={styles.field} htmlFor={`${id}-evidence`}>
                <span>证明材料（选填）</span>
                <Input
                  id={`${id}-evidence`}
                  maxLength={200}
                  value={test.evidence ?? ""}
                  placeholder="例如 上年度审计报告"
                  onChange={(event) => change({ ...test, evidence: event.target.value })}
                />
              </label>
              <label className={styles.field} htmlFor={`${id}-sentence`}>
                <span>企业看到的说法（选填，不填自动生成）</span>
                <Input
                  id={`${id}-sentence`}
                  maxLength={300}
                  value={test.sentence ?? ""}
                  onChange={(event) => change({ ...test, sentence: event.target.value })}
                />
              </label>
            </div>
          )}
        </>
      )}
      <Button onClick={onRemove} aria-label={`删除第 ${number} 条`}>
        删除
      </Button>
    </fieldset>
  );
}
