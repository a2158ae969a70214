/** Money, rates, counts and times as people read them: tabular figures, fixed units, — for missing. */
import { formatAgo, formatDate, formatTime } from "@/lib/dates";
import { formatCount, formatMoney, formatRate, MISSING, type MoneyUnit, UNIT_TEXT } from "@/lib/money";

type Missing = null | undefined;

/** `unit` is shown unless `bare` (in a column whose header names the unit). */
export function Money({
  fen,
  unit = "wan",
  bare,
}: {
  fen: number | Missing;
  unit?: MoneyUnit;
  bare?: boolean;
}) {
  const missing = fen === null || fen === undefined;
  return (
    <span className="num">
      {formatMoney(fen, unit)}
      {!bare && !missing && <span className="unit"> {UNIT_TEXT[unit]}</span>}
    </span>
  );
}

/** Annual rate in percent; rates are the one figure shown in red. */
export function Rate({ bp }: { bp: number | Missing }) {
  return <span className={bp === null || bp === undefined ? "num" : "num rate"}>{formatRate(bp)}</span>;
}

export function Count({ value, unit }: { value: number | Missing; unit?: string }) {
  const missing = value === null || value === undefined;
  return (
    <span className="num">
      {formatCount(value)}
      {unit && !missing && <span className="unit"> {unit}</span>}
    </span>
  );
}

type Mode = "date" | "time" | "ago";

export function DateText({ value, mode = "date" }: { value: string | Missing; mode?: Mode }) {
  if (!value) return <span className="num">{MISSING}</span>;
  const text =
    mode === "date" ? formatDate(value) : mode === "time" ? formatTime(value) : formatAgo(value, new Date());
  return (
    <time className="num" dateTime={value} title={mode === "ago" ? formatTime(value) : undefined}>
      {text}
    </time>
  );
}
