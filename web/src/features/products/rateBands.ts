/** Where a product's lowest rate stands among those of the shelf. */
import type { Schema } from "@/api/types";
import { formatRate, rateToPercent } from "@/lib/money";

type Bands = Schema<"RateBands">;

/** "3–3.5%": from the first on, below the second. */
export const bandLabel = ({ from, below }: Bands["bands"][number]) =>
  `${rateToPercent(from)}–${rateToPercent(below)}%`;

/** Two rows of bars, one on the other: all others, and the product itself, which is one of those that are counted. */
export function withOwn(bands: Bands["bands"], own: number) {
  const inside = bands.map(({ from, below }) => Number(from <= own && own < below));
  return { others: bands.map(({ products }, index) => products - (inside[index] ?? 0)), own: inside };
}

export function rateSentence({ products, median }: Bands, own: number): string {
  if (median === null || products < 2) return "同类产品只有本产品一款，暂无可比较的利率。";
  const way = own === median ? "与中位数相同" : own < median ? "低于中位数" : "高于中位数";
  return `同类产品共 ${products} 款，最低年利率的中位数为 ${formatRate(median)}；本产品最低 ${formatRate(own)}，${way}。`;
}
