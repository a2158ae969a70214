/** The same figures as the table of sections, as bars: where the demands are, and how large. */
import type { Schema } from "@/api/types";
import { AMOUNT_BAND } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { options } from "@/labels/label";
import { BarChart } from "@/ui/chart/BarChart";
import { sectionCounts } from "./sectionCounts";

/** So many are read at a glance; the table below has all. */
const SHOWN = 8;

export function SectionBars({ groups }: { groups: Schema<"MarketGroup">[] }) {
  const counts = sectionCounts(groups);
  const shown = counts.sections.slice(0, SHOWN);
  const first = shown[0];
  return (
    <BarChart
      title="行业与金额分布"
      untitled
      sentence={first ? `需求最多的行业是${SECTION[first]}，${counts.sum(first)} 项。` : "没有需求。"}
      lying
      stacked
      labelled="行业门类"
      labels={shown.map((section) => SECTION[section])}
      bars={options(AMOUNT_BAND).map(({ value, label }) => ({
        name: label,
        values: shown.map((section) => counts.sum(section, value)),
      }))}
      unit={{ of: "项" }}
      empty="同类企业较少，不分类展示。"
    />
  );
}
