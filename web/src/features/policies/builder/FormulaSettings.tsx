/** A formula with the names that it can use, and what is wrong with it at which character. */
import { Button } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useRef } from "react";
import type { Named } from "@/lib/forms/kinds";
import type { ComputedInput } from "@/lib/forms/model";
import { NativeSelect } from "@/ui/NativeSelect";
import styles from "./builder.module.css";
import { Setting } from "./Setting";

const KINDS = [
  { value: "money", label: "金额（万元）" },
  { value: "number", label: "数字" },
] as const;

type Props = {
  computed: ComputedInput;
  names: readonly Named[];
  /** Why it cannot be read, with the place. */
  fault: string | undefined;
  onChange: (computed: ComputedInput) => void;
};

export function FormulaSettings({ computed, names, fault, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const insert = (name: string) => {
    const field = box.current?.querySelector("textarea");
    const { formula } = computed;
    const [start, end] = [field?.selectionStart ?? formula.length, field?.selectionEnd ?? formula.length];
    onChange({ ...computed, formula: formula.slice(0, start) + name + formula.slice(end) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(start + name.length, start + name.length);
    });
  };
  return (
    <>
      <div ref={box}>
        <Setting
          label="计算公式"
          note="金额以万元计；可用 + − × ÷、min、max、if(条件, 甲, 乙)。例如：0.3 × 设备投资额的编码"
        >
          {(id) => (
            <>
              <TextArea
                id={id}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={2_000}
                spellCheck={false}
                value={computed.formula}
                status={fault ? "error" : undefined}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `${id}-fault` : undefined}
                onChange={(event) => onChange({ ...computed, formula: event.target.value })}
              />
              {fault && (
                <div id={`${id}-fault`} className="input-note input-note-error">
                  {fault}
                </div>
              )}
            </>
          )}
        </Setting>
      </div>
      <fieldset className={styles.names}>
        <legend>可以使用的内容（点击插入）</legend>
        {names.length === 0 && <span className="card-note">还没有数字、金额或表格</span>}
        {names.map(({ name, words }) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {words} <code>{name}</code>
          </Button>
        ))}
      </fieldset>
      <div className={styles.grid}>
        <Setting label="结果为">
          {(id) => (
            <NativeSelect
              id={id}
              options={KINDS}
              value={computed.kind}
              onChange={(kind) => kind && onChange({ ...computed, kind })}
            />
          )}
        </Setting>
        {computed.kind === "number" && (
          <Setting label="单位（选填）">
            {(id) => (
              <Input
                id={id}
                maxLength={20}
                value={computed.unit ?? ""}
                onChange={(event) => onChange({ ...computed, unit: event.target.value })}
              />
            )}
          </Setting>
        )}
      </div>
    </>
  );
}
