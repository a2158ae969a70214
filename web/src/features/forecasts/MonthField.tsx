/** A month of the next two years as a control of a form; its value is the first day. */
import { monthText } from "@/labels/forecasts";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { NativeSelect } from "@/ui/NativeSelect";

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  clearable?: boolean;
};

const MONTHS = 24;

function months(value: string | null | undefined): string[] {
  const [year = 0, month = 1] = todayIn(now()).split("-").map(Number);
  const found = Array.from({ length: MONTHS }, (_, at) =>
    new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 10),
  );
  // What was chosen before may be over meanwhile.
  return value && !found.includes(value) ? [value, ...found] : found;
}

export function MonthField({ id, value, onChange, clearable, ...rest }: Props) {
  return (
    <NativeSelect
      {...rest}
      id={id}
      clearable={clearable}
      placeholder={clearable ? "暂不确定" : "请选择"}
      options={months(value).map((day) => ({ value: day, label: monthText(day) }))}
      value={value}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}
