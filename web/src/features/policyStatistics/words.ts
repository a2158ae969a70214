/** How the figures are said. */
import type { Schema } from "@/api/types";
import { formatShare, MISSING } from "@/lib/money";
import type { Series, Tone } from "@/ui/chart/types";
import type { StatisticsFilter } from "./queries";

type Statistics = Schema<"PolicyStatistics">;

/** Tenths of a working day as people read them. */
export const daysText = (tenths: number | null) =>
  tenths === null ? MISSING : `${(tenths / 10).toFixed(1)} 个工作日`;

export const rateText = (rate: number | null) => (rate === null ? MISSING : formatShare(rate));

export const monthText = (month: string) => `${Number(month.slice(4))} 月`;

/** What figures are of. */
export type Asked = { year: number; department: string; item: string };

const ALL = "全部";

/** What `query` asks for in words; a department that reads its own is named, too. */
export function askedOf(
  { year, choices }: Pick<Statistics, "year" | "choices">,
  query: StatisticsFilter,
): Asked {
  const chosen = choices.filter(
    (one) =>
      (!query.policy || one.policy_id === query.policy) &&
      (!query.department || one.department_id === query.department),
  );
  const [first, ...others] = new Set(chosen.map((one) => one.department));
  return {
    year,
    department: first && others.length === 0 ? first : ALL,
    item: query.policy ? (chosen[0]?.title ?? "") : ALL,
  };
}

/** The name of the file that they leave in. */
export function fileName(asked: Asked): string {
  const named = [asked.department, asked.item].filter((one) => one && one !== ALL);
  return ["政策统计", `${asked.year}年`, ...named].join("-").replace(/[\\/:*?"<>|]/g, "_");
}

/** The months of the year that have begun at its `at`, all of an earlier one. */
export function begunMonths({ at, months }: Pick<Statistics, "at" | "months">): number {
  const now = new Date(at)
    .toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
    .replace("-", "")
    .slice(0, 6);
  return months.filter((month) => month <= now).length;
}

/** Applications handed in in each month, of all states. */
export const perMonth = ({ months, states }: Statistics): number[] =>
  months.map((_, place) => states.reduce((sum, state) => sum + (state.months[place] ?? 0), 0));

/** The states as three groups that people ask for. */
const GROUPS: readonly [string, Tone, readonly Schema<"ApplicationState">[]][] = [
  ["获批", "ok", ["approved", "paying", "paid", "granted"]],
  ["未通过或不予受理", "gold", ["not_accepted", "refused"]],
  ["撤回、失效或追回", "quiet", ["withdrawn", "lapsed", "recovered"]],
];

/** By group, how many were handed in in each month; what is in none is under way. */
export function monthGroups({ months, states }: Statistics): (Series & { values: number[] })[] {
  const of = (wanted: (state: Schema<"ApplicationState">) => boolean) =>
    months.map((_, place) =>
      states.filter(({ state }) => wanted(state)).reduce((sum, row) => sum + (row.months[place] ?? 0), 0),
    );
  const ended = new Set(GROUPS.flatMap(([, , group]) => group));
  return [
    { name: "办理中", tone: "brand", values: of((state) => !ended.has(state)) },
    ...GROUPS.map(([name, tone, group]) => ({ name, tone, values: of((state) => group.includes(state)) })),
  ];
}
