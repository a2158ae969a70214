/** Where a value comes from, below it: 税务 · 2026-03-31, 已过期, or that nobody has verified it. */
import type { Schema } from "@/api/types";
import { DATA_SOURCE } from "@/labels/profile";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import type { DescriptionItem } from "./Descriptions";

type Origins = Schema<"ProfileView">["origins"];
export type Origin = Origins[string];

export function originText(origin: Origin | null | undefined, today = todayIn(now())): string {
  if (!origin) return "未核验";
  const parts = [DATA_SOURCE[origin.source], origin.on];
  if (!origin.expires_on) return [...parts, "未核验"].join(" · ");
  return (origin.expires_on < today ? [...parts, "已过期"] : parts).join(" · ");
}

function OriginNote({ origin }: { origin: Origin | null | undefined }) {
  return <span className="origin">{originText(origin)}</span>;
}

/** `field`: the name under which the value's origin is kept. */
export type Fact = DescriptionItem & { field?: string };

const missing = (value: unknown) => value === null || value === undefined || value === "" || value === "—";

/** Facts with their origins below them; what says nothing comes from nowhere. */
export const sourced = (facts: Fact[], origins: Origins): DescriptionItem[] =>
  facts.map(({ field, ...item }) =>
    field && !missing(item.value)
      ? {
          ...item,
          value: (
            <>
              {item.value}
              <OriginNote origin={origins[field]} />
            </>
          ),
        }
      : item,
  );

/** A list of titles, each with whether it was verified. */
export function titleTexts<K extends string>(
  texts: Record<K, string>,
  titles: readonly K[],
  origins: Origins,
): string {
  const one = (title: K) => {
    const origin = origins[`titles.${title}`];
    return `${texts[title]}（${origin ? originText(origin) : "未核验"}）`;
  };
  return titles.length > 0 ? titles.map(one).join("、") : "—";
}
