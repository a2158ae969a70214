/** One value of a form, as a block or a cell of a table takes it. What cannot be read stays in the field and in the draft. */
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import type { Cell, TextInput } from "@/lib/forms/model";
import { NativeSelect } from "../NativeSelect";
import { AnyMoneyInput, DecimalInput } from "../ScaledInput";

const MILLION = 1_000_000;

/** What names and describes the control, the same for each kind. */
type ControlProps = {
  id: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-required"?: boolean;
  "aria-invalid"?: boolean;
};

type Props = {
  input: Cell | { long_text: TextInput };
  value: unknown;
  onChange: (value: unknown) => void;
  control: ControlProps;
  /** In a table there is no room for amounts in words. */
  short?: boolean;
};

const typed = (value: unknown) => (typeof value === "string" ? value : "");

export function CellInput({ input, value, onChange, control, short }: Props) {
  const status = control["aria-invalid"] ? ("error" as const) : undefined;
  if ("text" in input)
    return (
      <Input
        {...control}
        status={status}
        value={typed(value)}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if ("long_text" in input)
    return (
      <TextArea
        {...control}
        status={status}
        autoSize={{ minRows: 3, maxRows: 14 }}
        count={{ show: true, max: input.long_text.max_length, strategy: (text) => [...text.trim()].length }}
        value={typed(value)}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if ("choice" in input)
    return <OneChoice input={input} value={value} onChange={onChange} control={control} />;
  if ("date" in input) return <DayInput value={value} onChange={onChange} control={control} />;
  const unread = { start: typed(value), keep: onChange };
  const figure = typeof value === "number" ? value : null;
  if ("money" in input)
    return <AnyMoneyInput {...control} words={!short} value={figure} onChange={onChange} unread={unread} />;
  return (
    <DecimalInput
      {...control}
      unit={input.number.unit ?? ""}
      value={figure === null ? null : Math.round(figure * MILLION)}
      onChange={(next) => onChange(next === null ? null : next / MILLION)}
      unread={unread}
    />
  );
}

type OneProps = Omit<Props, "input">;

function OneChoice({
  input,
  value,
  onChange,
  control,
}: OneProps & { input: Extract<Cell, { choice: unknown }> }) {
  const options = input.choice.options.map(({ code, name }) => ({ value: code, label: name }));
  const gone = typed(value) !== "" && options.every((option) => option.value !== value);
  return (
    <>
      <NativeSelect
        {...control}
        clearable
        options={options}
        value={typed(value)}
        onChange={(next) => onChange(next ?? null)}
      />
      {gone && <div className="input-note input-note-error">原来的选项“{typed(value)}”已不能选择</div>}
    </>
  );
}

/** The browser's own calendar. A day that it cannot show is said below it, until another is chosen. */
function DayInput({ value, onChange, control }: OneProps) {
  const text = typed(value);
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return (
    <>
      <Input
        {...control}
        type="date"
        status={control["aria-invalid"] ? "error" : undefined}
        value={shown ? text : ""}
        onChange={(event) => onChange(event.target.value || null)}
      />
      {text !== "" && !shown && (
        <div className="input-note input-note-error">原来填写的“{text}”不是有效的日期，请重新选择</div>
      )}
    </>
  );
}
