/** How far a dispute about a payment has come, as the course of the order tells it: in its detail only. */
import type { Schema } from "@/api/types";

type Told = { disputed: boolean; timeline: readonly Pick<Schema<"TimelineItem">, "at" | "kind">[] };

const last = (timeline: Told["timeline"], kind: string) =>
  timeline.reduce((latest, item) => (item.kind === kind && item.at > latest ? item.at : latest), "");

/** The institution has put the record right since; what is left lies with the firm and the platform. */
export function isCorrected({ disputed, timeline }: Told): boolean {
  const corrected = last(timeline, "corrected");
  return disputed && corrected !== "" && corrected > last(timeline, "disputed");
}
