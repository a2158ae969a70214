/** Counts by kind, where those of kinds that too few firms share are counted but not told apart (`others`). */
import { formatCount, MISSING } from "./money";

/** A count of one kind, or a sum over some. Nothing told apart is not none: some of the others may belong here. */
export const countApart = (count: number, others: number): string =>
  count === 0 && others > 0 ? MISSING : formatCount(count);

/** How many are not told apart, beside the `shown` ones; null for none. */
export function othersNote(others: number | undefined, shown: boolean): string | null {
  if (!others) return null;
  return `${shown ? "另有" : "共有"} ${formatCount(others)} 项需求因同类企业较少，不分类展示。`;
}

/** Why the table below counts fewer than the figure above it: `all` current demands, `open` of which are public. */
export function overviewNote(all: number | null | undefined, open: number | undefined): string | null {
  if (all === null || all === undefined || open === undefined || all <= open) return null;
  return `当前共有 ${all} 项需求，下表为其中公开征集报价的 ${open} 项；其余 ${all - open} 项正在派单，或由企业直接向某家机构申请，不对外公开。`;
}
