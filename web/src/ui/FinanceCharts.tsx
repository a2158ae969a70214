/** The yearly figures of a firm as pictures: what it turned over and earned, and its ratios. */
import type { Schema } from "@/api/types";
import { formatShare, roughMoney } from "@/lib/money";
import { BarChart } from "./chart/BarChart";
import styles from "./chart/charts.module.css";
import { LineChart } from "./chart/LineChart";
import { growth, oldestFirst, RATIOS } from "./financeFigures";

const BARS = [
  ["revenue", "营业收入"],
  ["profit", "净利润"],
  ["tax_paid", "纳税总额"],
  ["rd_expense", "研发费用"],
] as const;

const yearText = ({ year }: Schema<"FinanceYear">) => `${year} 年`;

/** `2025 年营业收入 4,260.00 万元，比上年增长 14.30%。` */
export function financeSentence(years: readonly Schema<"FinanceYear">[]): string {
  const last = oldestFirst(years).at(-1);
  if (!last || typeof last.revenue !== "number") return "各年的营业收入、净利润、纳税总额和研发费用。";
  const more = growth(years, last);
  const change = more === null ? "" : `，比上年${more < 0 ? "下降" : "增长"} ${formatShare(Math.abs(more))}`;
  return `${yearText(last)}营业收入 ${roughMoney(last.revenue)}${change}。`;
}

export function FinanceCharts({ years }: { years: Schema<"FinanceYear">[] }) {
  const rows = oldestFirst(years);
  const last = rows.at(-1);
  const ratios = RATIOS.map(({ name, of }) => `${name} ${formatShare(last ? of(last) : null)}`).join("，");
  return (
    <div className={styles.two}>
      <BarChart
        title="经营情况"
        sentence={financeSentence(years)}
        labelled="年度"
        labels={rows.map(yearText)}
        bars={BARS.map(([field, name]) => ({ name, values: rows.map((year) => year[field] ?? null) }))}
        unit="money"
        empty="还没有填写经营数据。"
      />
      <LineChart
        title="比率"
        sentence={last ? `${yearText(last)}${ratios}。` : ratios}
        over="steps"
        unit="share"
        series={RATIOS.map(({ name, of }) => ({
          name,
          points: rows.map((year) => ({ at: yearText(year), value: of(year) })),
        }))}
        empty="数据不足，还不能计算比率。"
      />
    </div>
  );
}
