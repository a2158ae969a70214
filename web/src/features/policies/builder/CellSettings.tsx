/** Ranges, lengths and options of what a block or a cell takes. */
import Input from "antd/es/input/Input";
import type { Cell, Input as Takes } from "@/lib/forms/model";
import { AnyMoneyInput, DecimalInput, WholeInput } from "@/ui/ScaledInput";
import styles from "./builder.module.css";
import { EdgeInput } from "./EdgeInput";
import { OptionRows } from "./OptionRows";
import { Setting } from "./Setting";

const MILLION = 1_000_000;

type Simple = Exclude<Takes, "heading" | { table: unknown } | { statement: unknown } | { computed: unknown }>;

type Props = { input: Simple; onChange: (input: Simple) => void };

/** `undefined` in place of nothing, as definitions leave it out. */
const given = <T,>(value: T | null) => value ?? undefined;

export function CellSettings({ input, onChange }: Props) {
  if ("text" in input || "long_text" in input) {
    const own = "text" in input ? input.text : input.long_text;
    const set = (next: typeof own) => onChange("text" in input ? { text: next } : { long_text: next });
    return (
      <Pair
        least={["最少字数", own.min_length ?? 0]}
        most={["最多字数", own.max_length]}
        unit="字"
        onLeast={(min) => set({ ...own, min_length: min ?? 0 })}
        onMost={(max) => set({ ...own, max_length: max ?? 0 })}
      />
    );
  }
  if ("number" in input) return <NumberSettings input={input} onChange={onChange} />;
  if ("money" in input) {
    const { money } = input;
    return (
      <div className={styles.grid}>
        <Setting label="最低金额（选填）">
          {(id) => (
            <AnyMoneyInput
              id={id}
              value={money.min ?? null}
              onChange={(min) => onChange({ money: { ...money, min: given(min) } })}
            />
          )}
        </Setting>
        <Setting label="最高金额（选填）">
          {(id) => (
            <AnyMoneyInput
              id={id}
              value={money.max ?? null}
              onChange={(max) => onChange({ money: { ...money, max: given(max) } })}
            />
          )}
        </Setting>
      </div>
    );
  }
  if ("date" in input) {
    const { date } = input;
    return (
      <div className={styles.grid}>
        <EdgeInput
          label="最早"
          value={date.from}
          onChange={(from) => onChange({ date: { ...date, from } })}
        />
        <EdgeInput label="最晚" value={date.to} onChange={(to) => onChange({ date: { ...date, to } })} />
      </div>
    );
  }
  if ("choice" in input)
    return (
      <OptionRows options={input.choice.options} onChange={(options) => onChange({ choice: { options } })} />
    );
  if ("several" in input) {
    const { several } = input;
    return (
      <>
        <OptionRows
          options={several.options}
          onChange={(options) => onChange({ several: { ...several, options } })}
        />
        <Pair
          least={["至少选择", several.min ?? 0]}
          most={["最多选择（选填）", several.max ?? null]}
          unit="项"
          onLeast={(min) => onChange({ several: { ...several, min: min ?? 0 } })}
          onMost={(max) => onChange({ several: { ...several, max: given(max) } })}
        />
      </>
    );
  }
  const { file } = input;
  return (
    <Pair
      least={["至少上传", file.min ?? 0]}
      most={["最多上传（不超过 20 个）", file.max]}
      unit="个文件"
      onLeast={(min) => onChange({ file: { ...file, min: min ?? 0 } })}
      onMost={(max) => onChange({ file: { ...file, max: max ?? 0 } })}
    />
  );
}

function NumberSettings({
  input: { number },
  onChange,
}: {
  input: Extract<Cell, { number: unknown }>;
  onChange: (input: Simple) => void;
}) {
  const bound = (name: "min" | "max", label: string) => (
    <Setting label={label}>
      {(id) => (
        <DecimalInput
          id={id}
          unit={number.unit ?? ""}
          value={number[name] === undefined ? null : Math.round(number[name] * MILLION)}
          onChange={(value) =>
            onChange({ number: { ...number, [name]: value === null ? undefined : value / MILLION } })
          }
        />
      )}
    </Setting>
  );
  return (
    <div className={styles.grid}>
      {bound("min", "最小值（选填）")}
      {bound("max", "最大值（选填）")}
      <Setting label="小数位数（0 至 6）">
        {(id) => (
          <WholeInput
            id={id}
            unit="位"
            digits={1}
            value={number.decimals ?? 0}
            onChange={(decimals) => onChange({ number: { ...number, decimals: decimals ?? 0 } })}
          />
        )}
      </Setting>
      <Setting label="单位（选填）">
        {(id) => (
          <Input
            id={id}
            value={number.unit ?? ""}
            placeholder="例如 人"
            maxLength={20}
            onChange={(event) => onChange({ number: { ...number, unit: event.target.value } })}
          />
        )}
      </Setting>
    </div>
  );
}

type PairProps = {
  least: [label: string, value: number];
  most: [label: string, value: number | null];
  unit: string;
  onLeast: (value: number | null) => void;
  onMost: (value: number | null) => void;
};

/** The least and the most of something that is counted. */
export function Pair({ least, most, unit, onLeast, onMost }: PairProps) {
  const digits = unit === "字" ? 5 : 3;
  return (
    <div className={styles.grid}>
      <Setting label={least[0]}>
        {(id) => <WholeInput id={id} unit={unit} digits={digits} value={least[1]} onChange={onLeast} />}
      </Setting>
      <Setting label={most[0]}>
        {(id) => <WholeInput id={id} unit={unit} digits={digits} value={most[1]} onChange={onMost} />}
      </Setting>
    </div>
  );
}
