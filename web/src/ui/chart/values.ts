/** Figures of charts in words: whole for the table and the tip, short for the axis and beside a bar. */
import { formatCount, formatMoney, formatShare, MISSING, roughMoney } from "@/lib/money";
import type { Unit } from "./types";

/** `4,260.00 万元`, `7.98%`, `12 家`. */
export function valueText(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return MISSING;
  if (unit === "money") return roughMoney(value);
  if (unit === "share") return formatShare(value);
  return "of" in unit ? `${formatCount(value)} ${unit.of}` : `${(value / 100).toFixed(2)} ${unit.hundredths}`;
}

const withoutZeros = (text: string) => text.replace(/\.0+$/, "").replace(/(\.\d*[1-9])0+$/, "$1");

/** Without its unit, which the axis says: `4,260`, `7.5%`, `12`. */
export function shortText(value: number, unit: Unit): string {
  if (unit === "money") return withoutZeros(formatMoney(value));
  if (unit === "share") return `${withoutZeros(formatShare(value).slice(0, -1))}%`;
  return "of" in unit ? formatCount(value) : withoutZeros((value / 100).toFixed(2));
}

/** What an axis is measured in; shares say it at each value. */
export function unitName(unit: Unit): string {
  if (unit === "money") return "万元";
  if (unit === "share") return "";
  return "of" in unit ? unit.of : unit.hundredths;
}

/** What part of the first step, and of the one before, came to each; null where nothing could. */
export function funnelShares(steps: readonly { value: number }[]) {
  const first = steps[0]?.value ?? 0;
  const share = (part: number, whole: number) => (whole > 0 ? Math.round((part * 10_000) / whole) : null);
  return steps.map(({ value }, index) => ({
    ofFirst: share(value, first),
    ofBefore: index === 0 ? null : share(value, steps[index - 1]?.value ?? 0),
  }));
}
