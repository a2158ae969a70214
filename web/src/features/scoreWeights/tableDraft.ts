/** A table of weights as it is typed: texts in the unit of each indicator, and back to whole numbers. */
import type { Schema } from "@/api/types";
import { INDICATOR, SCORE_STAGE } from "@/labels/score";
import { bpToPercent, fenToWan, parseSigned } from "@/lib/money";

export const STAGES = Object.keys(SCORE_STAGE) as Schema<"ScoreStage">[];
export const INDICATORS = Object.keys(INDICATOR) as Schema<"Indicator">[];

const MONEY: readonly Schema<"Indicator">[] = [
  "rd_expense",
  "tech_contracts",
  "hightech_revenue",
  "revenue",
  "venture_capital",
];
const COUNT: readonly Schema<"Indicator">[] = [
  "invention_applications",
  "pct",
  "graduates",
  "provincial_platforms",
  "provincial_awards",
  "provincial_projects",
];

const GROWTH: readonly Schema<"Indicator">[] = [
  "hightech_revenue",
  "revenue",
  "revenue_growth",
  "master_share",
  "net_asset_margin",
  "hightech_share",
];
const SUPPORT: readonly Schema<"Indicator">[] = [
  "graduates",
  "provincial_platforms",
  "provincial_awards",
  "provincial_projects",
  "venture_capital",
];

/** As the server groups them. */
export const GROUPS = Object.fromEntries(
  INDICATORS.map((one) => [
    one,
    GROWTH.includes(one) ? "growth" : SUPPORT.includes(one) ? "support" : "technology",
  ]),
) as Record<Schema<"Indicator">, Schema<"ScoreGroup">>;

export function unitOf(indicator: Schema<"Indicator">): Schema<"Unit"> {
  if (MONEY.includes(indicator)) return "money";
  return COUNT.includes(indicator) ? "count" : "share";
}

export const UNIT_WORD: Record<Schema<"Unit">, string> = { money: "万元", share: "%", count: "项/人" };

const SHIFT: Record<Schema<"Unit">, number> = { money: 6, share: 2, count: 0 };

export type RowDraft = { weight: string; low: string; full: string };
export type TableDraft = {
  rows: Record<string, RowDraft>;
  rule: { startup_years: string; startup_revenue: string; stable_years: string; stable_revenue: string };
  caps: Partial<Record<Schema<"RiskKind">, string>>;
  grades: { a: string; b: string; c: string; d: string };
};

export const keyOf = (stage: Schema<"ScoreStage">, indicator: Schema<"Indicator">) => `${stage}.${indicator}`;

function typed(value: number, unit: Schema<"Unit">): string {
  const text =
    unit === "money" ? fenToWan(value) : unit === "share" ? bpToPercent(value) : String(Math.abs(value));
  return value < 0 ? `-${text}` : text;
}

/** A whole number of the unit's smallest part; null where the text is none. */
export function parsed(text: string, unit: Schema<"Unit">): number | null {
  return parseSigned(text, SHIFT[unit]);
}

export function toDraft(table: Schema<"ScoreTable">): TableDraft {
  return {
    rows: Object.fromEntries(
      table.rows.map((row) => {
        const unit = unitOf(row.indicator);
        const draft = { weight: String(row.weight), low: typed(row.low, unit), full: typed(row.full, unit) };
        return [keyOf(row.stage, row.indicator), draft];
      }),
    ),
    rule: {
      startup_years: String(table.rule.startup_years),
      startup_revenue: fenToWan(table.rule.startup_revenue),
      stable_years: String(table.rule.stable_years),
      stable_revenue: fenToWan(table.rule.stable_revenue),
    },
    caps: Object.fromEntries(table.caps.map(({ kind, cap }) => [kind, String(cap)])),
    grades: {
      a: String(table.grades.a),
      b: String(table.grades.b),
      c: String(table.grades.c),
      d: String(table.grades.d),
    },
  };
}

/** Sum of a stage's weights; null while one of them is no number. */
export function sumOf(draft: TableDraft, stage: Schema<"ScoreStage">): number | null {
  const weights = INDICATORS.map((one) => parsed(draft.rows[keyOf(stage, one)]?.weight ?? "", "count"));
  return weights.reduce<number | null>(
    (sum, weight) => (sum === null || weight === null ? null : sum + weight),
    0,
  );
}

/** The table, or the first thing that is no number. */
export function toTable(draft: TableDraft): { table: Schema<"ScoreTable"> } | { wrong: string } {
  const wrongs: string[] = [];
  const number = (text: string | undefined, unit: Schema<"Unit">, what: string): number => {
    const value = parsed(text ?? "", unit);
    if (value === null) wrongs.push(what);
    return value ?? 0;
  };
  const rows = STAGES.flatMap((stage) =>
    INDICATORS.map((indicator) => {
      const row = draft.rows[keyOf(stage, indicator)];
      const unit = unitOf(indicator);
      const what = `${SCORE_STAGE[stage]}“${INDICATOR[indicator]}”`;
      return {
        stage,
        indicator,
        weight: number(row?.weight, "count", `${what}的权重`),
        low: number(row?.low, unit, `${what}的零分值`),
        full: number(row?.full, unit, `${what}的满分值`),
      };
    }),
  );
  const rule = {
    startup_years: number(draft.rule.startup_years, "count", "初创期的年数"),
    startup_revenue: number(draft.rule.startup_revenue, "money", "初创期的营业收入"),
    stable_years: number(draft.rule.stable_years, "count", "稳定期的年数"),
    stable_revenue: number(draft.rule.stable_revenue, "money", "稳定期的营业收入"),
  };
  const caps = (Object.entries(draft.caps) as [Schema<"RiskKind">, string][]).map(([kind, cap]) => ({
    kind,
    cap: number(cap, "count", "负面清单的上限"),
  }));
  const grades = {
    a: number(draft.grades.a, "count", "A 级分数线"),
    b: number(draft.grades.b, "count", "B 级分数线"),
    c: number(draft.grades.c, "count", "C 级分数线"),
    d: number(draft.grades.d, "count", "D 级分数线"),
  };
  const [first] = wrongs;
  return first ? { wrong: `${first}不是正确的数字` } : { table: { rows, rule, caps, grades } };
}
