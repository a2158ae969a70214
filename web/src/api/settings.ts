/** What the operator has set and everybody may read: who runs the site, and the limits that pages put into words. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { tellTime } from "@/lib/now";
import { readQuery } from "./queries";

/** Set rarely, and only words depend on it. */
export const settingsQuery = queryOptions({
  ...readQuery("settings", "/settings"),
  staleTime: 5 * 60_000,
  // Where people train, somebody else moves the time on.
  refetchInterval: ({ state }) => (state.data?.training_now ? 20_000 : false),
});

const TEXTS = ["name", "subtitle", "host", "hotline", "hotline_hours", "icp", "police"] as const;

export type Site = Record<(typeof TEXTS)[number], string> & {
  /** Whom to turn to, in words. */
  contact: string;
};

/** Empty where the operator has said nothing, and until it is known. */
export function useSite(): Site {
  const texts = useQuery(settingsQuery).data?.texts;
  const site = Object.fromEntries(TEXTS.map((name) => [name, texts?.[`site_${name}`] ?? ""])) as Site;
  const hours = site.hotline_hours && `（${site.hotline_hours}）`;
  return { ...site, contact: site.hotline ? `服务热线 ${site.hotline}${hours}` : "平台运营单位" };
}

/**
 * Where people train: what time it is there, how many milliseconds that is ahead, and how many days. Null anywhere else, and
 * until it is known.
 */
export function useTrainingTime(): { time: string | null; ahead: number; days: number } {
  const { data, dataUpdatedAt } = useQuery(settingsQuery);
  const time = data?.training_now ?? null;
  // Before anything is rendered with it, and not after: dates to choose from follow the platform's day.
  useMemo(() => tellTime(time, dataUpdatedAt), [time, dataUpdatedAt]);
  const ahead = time ? Math.max(0, new Date(time).getTime() - dataUpdatedAt) : 0;
  return { time, ahead, days: Math.round(ahead / 86_400_000) };
}

/** Districts and parks to choose from: the operator's lists, separated by blanks or commas. */
export function usePlaces(): { districts: string[]; parks: string[] } {
  const texts = useQuery(settingsQuery).data?.texts;
  const list = (text: string | undefined) => text?.split(/[\s，,、]+/).filter(Boolean) ?? [];
  return { districts: list(texts?.district_list), parks: list(texts?.park_list) };
}

/** Puts the limits in force into a text: `{take_on_days} 个工作日` → `1 个工作日`. */
export function useLimits(): (text: string) => string {
  const numbers = useQuery(settingsQuery).data?.numbers;
  return (text) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(numbers?.[name] ?? "…"));
}
