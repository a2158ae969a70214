/** A border of days: none, a day of the calendar, or one that moves with the application. */
import Input from "antd/es/input/Input";
import type { DayEdge } from "@/lib/forms/model";
import { NativeSelect } from "@/ui/NativeSelect";
import { WholeInput } from "@/ui/ScaledInput";
import styles from "./builder.module.css";

const WAYS = [
  { value: "fixed", label: "指定日期" },
  { value: "before", label: "申请之日前（含当天）" },
  { value: "after", label: "申请之日后（含当天）" },
] as const;

type Way = (typeof WAYS)[number]["value"];

type Props = { label: string; value: DayEdge | undefined; onChange: (value: DayEdge | undefined) => void };

function wayOf(value: DayEdge | undefined): Way | null {
  if (value === undefined) return null;
  if (typeof value === "string") return "fixed";
  return (value.months ?? 0) > 0 || (value.days ?? 0) > 0 ? "after" : "before";
}

export function EdgeInput({ label, value, onChange }: Props) {
  const way = wayOf(value);
  const sign = way === "after" ? 1 : -1;
  const offset = typeof value === "object" ? value : {};
  const part = (name: "months" | "days", count: number | null) =>
    onChange({ ...offset, [name]: (count ?? 0) * sign });
  const choose = (next: Way | undefined) => {
    if (next === undefined) onChange(undefined);
    else if (next === "fixed") onChange("");
    else onChange({ months: next === "after" ? 12 : 0, days: 0 });
  };
  return (
    <div className={styles.edge}>
      <NativeSelect
        aria-label={label}
        clearable
        placeholder={`${label}：不限`}
        options={WAYS}
        value={way}
        onChange={choose}
      />
      {way === "fixed" && (
        <Input
          type="date"
          aria-label={`${label}的日期`}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {(way === "before" || way === "after") && (
        <div className={styles.pair}>
          <WholeInput
            aria-label={`${label}相隔的月数`}
            unit="个月"
            digits={4}
            value={Math.abs(offset.months ?? 0)}
            onChange={(count) => part("months", count)}
          />
          <WholeInput
            aria-label={`${label}相隔的天数`}
            unit="天"
            digits={5}
            value={Math.abs(offset.days ?? 0)}
            onChange={(count) => part("days", count)}
          />
        </div>
      )}
    </div>
  );
}
