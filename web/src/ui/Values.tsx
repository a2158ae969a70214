/** Money, rates, counts and times as people read them: tabular figures, fixed units, — for missing. */
import { formatAgo, formatDate, formatTime } from "@/lib/dates";
import {
  exactUnit,
  exactWan,
  formatCost,
  formatCount,
  formatMoney,
  formatRate,
  formatShare,
  MISSING,
  type MoneyUnit,
  UNIT_TEXT,
} from "@/lib/money";
import { now } from "@/lib/now";

type Missing = null | undefined;

/** To the fen, or rounded in the `unit` that is given. It is shown unless `bare` (in a column whose header names the unit: 万元 where none is said). */
export function Money({ fen, unit, bare }: { fen: number | Missing; unit?: MoneyUnit; bare?: boolean }) {
  const missing = fen === null || fen === undefined;
  const said = unit ?? (missing || bare ? "wan" : exactUnit(fen));
  return (
    <span className="num">
      {bare && !unit ? exactWan(fen) : formatMoney(fen, said)}
      {!bare && !missing && <span className="unit"> {UNIT_TEXT[said]}</span>}
    </span>
  );
}

/** Annual rate in percent; rates are the one figure shown in red. */
export const Rate = ({ rate }: { rate: number | Missing }) => (
  <Percent value={rate} text={formatRate(rate)} />
);

/** What a loan costs a year, with all fees. */
export const Cost = ({ cost }: { cost: number | Missing }) => (
  <Percent value={cost} text={formatCost(cost)} />
);

/** The part of the firm that an investor gets. */
export const Share = ({ bp }: { bp: number | Missing }) => <Percent value={bp} text={formatShare(bp)} />;

function Percent({ value, text }: { value: number | Missing; text: string }) {
  return <span className={value === null || value === undefined ? "num" : "num rate"}>{text}</span>;
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
    mode === "date" ? formatDate(value) : mode === "time" ? formatTime(value) : formatAgo(value, now());
  return (
    <time className="num" dateTime={value} title={mode === "ago" ? formatTime(value) : undefined}>
      {text}
    </time>
  );
}

/** How many institutions may still offer. */
export function Places({ left }: { left: number }) {
  return left > 0 ? <span className="num">{left} 个</span> : <span>已满</span>;
}
