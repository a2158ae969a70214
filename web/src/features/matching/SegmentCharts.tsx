/** 企业分群 as pictures: how many firms of each cluster found financing, and which titles they have. */
import type { Schema } from "@/api/types";
import { TITLE } from "@/labels/organizations";
import { BarChart } from "@/ui/chart/BarChart";
import styles from "@/ui/chart/charts.module.css";
import { GraphChart } from "@/ui/chart/GraphChart";

const FIRMS = { of: "家" };

const nameOf = (segment: Schema<"Segment">) => `第 ${segment.label} 群 ${segment.description}`;

/** Titles that are told of some cluster, with the firms that have them in those clusters. */
export function titlesOf(segments: readonly Pick<Schema<"Segment">, "titles">[]) {
  const sums = new Map<Schema<"SegmentTitle">["title"], number>();
  for (const { titles } of segments)
    for (const { title, firms } of titles) sums.set(title, (sums.get(title) ?? 0) + firms);
  return [...sums].map(([title, value]) => ({ id: title, name: TITLE[title], value }));
}

export function SegmentCharts({ segments }: { segments: Schema<"Segment">[] }) {
  const titles = titlesOf(segments).sort((a, b) => b.value - a.value);
  const largest = segments[0];
  return (
    <div className={styles.two}>
      <BarChart
        title="各群企业与融资情况"
        sentence={largest ? `最大的是${nameOf(largest)}，${largest.firms} 家。` : "没有分群。"}
        height={22}
        lying
        labelled="分群"
        labels={segments.map(nameOf)}
        bars={[
          { name: "企业", values: segments.map(({ firms }) => firms), tone: "quiet" },
          { name: "发布过需求", values: segments.map((segment) => segment.with_demand), tone: "gold" },
          { name: "获得贷款", values: segments.map(({ lent }) => lent), tone: "brand" },
          { name: "获得股权融资", values: segments.map(({ invested }) => invested), tone: "purple" },
        ]}
        unit={FIRMS}
      />
      <GraphChart
        title="各群企业有哪些资质"
        sentence={
          titles[0] ? `各群中最多的资质是${titles[0].name}，${titles[0].value} 家。` : "没有可以展示的资质。"
        }
        height={22}
        heads={["分群", "资质", "企业"]}
        left={segments.map((segment) => ({
          id: String(segment.label),
          name: nameOf(segment),
          value: segment.firms,
        }))}
        right={titles}
        links={segments.flatMap(({ label, titles: own }) =>
          own.map(({ title, firms }) => ({ from: String(label), to: title, value: firms })),
        )}
        unit={FIRMS}
        empty="有同一资质的企业过少，不展示。"
      />
    </div>
  );
}
