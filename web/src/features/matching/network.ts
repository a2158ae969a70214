/** The network of who chose what, and the clusters of firms. */
import { queryOptions } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";

export const networkQuery = queryOptions({
  ...readQuery("matching", "/operator/matching/network"),
  refetchInterval: ({ state }) =>
    state.data && (state.data.asked || state.data.at === null) ? 3_000 : false,
});

export const segmentsQuery = readQuery("matching", "/government/segments");

/** Hundred-thousandths with three decimals, as the literature prints them. */
export const ratio = (value: number) => (value / 100_000).toFixed(3);

/** How well clusters separate, in words (Kaufman and Rousseeuw). */
export function separation(silhouette: number): string {
  if (silhouette >= 500) return "区分明显";
  return silhouette >= 250 ? "有一定区分" : "区分不明显";
}

/** How long it took. */
export const secondsText = ({ millis }: Schema<"NetworkView">) =>
  millis < 1_000 ? `${millis} 毫秒` : `${(millis / 1_000).toFixed(1)} 秒`;

/** A number of firms; null where one to four have it, or have it not. */
export const firmsText = (count: number | null) => (count === null ? "不显示" : `${count} 家`);

/** Firms in clusters too small to be shown; null is one to four. */
export const otherFirms = (count: number | null) => (count === null ? "少数企业" : ` ${count} 家企业`);
