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

/**
 * How much of the others is dearer or cheaper, as far as the bands tell: those of the own band count for neither. Said of the side that
 * more of them are on.
 */
function standing(bands: Bands["bands"], own: number): string {
  const sum = (wanted: (band: Bands["bands"][number]) => boolean) =>
    bands.filter(wanted).reduce((total, { products }) => total + products, 0);
  const dearer = sum(({ from }) => from > own);
  const cheaper = sum(({ below }) => below <= own);
  const others = sum(() => true) - 1;
  if (others < 1 || dearer + cheaper === 0) return "与其他同类产品在同一区间";
  const share = (count: number) => `${Math.floor((count / others) * 100)}%`;
  return dearer >= cheaper ? `低于 ${share(dearer)} 的同类产品` : `高于 ${share(cheaper)} 的同类产品`;
}

export function rateSentence({ products, median, bands }: Bands, own: number): string {
  if (median === null || products < 2) return "同类产品只有本产品一款，暂无可比较的利率。";
  const way = own === median ? "与中位数相同" : own < median ? "低于中位数" : "高于中位数";
  const among = `同类产品共 ${products} 款，最低年利率的中位数为 ${formatRate(median)}`;
  return `本产品最低 ${formatRate(own)}，${standing(bands, own)}；${among}，本产品${way}。`;
}
