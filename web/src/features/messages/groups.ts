/** Messages by day, and on a day by what they say: forty reviews that wait are one entry, not forty. */
import type { Schema } from "@/api/types";
import { daysUntil, formatDate } from "@/lib/dates";

type Message = Schema<"MessageView">;

export type Group = { key: string; title: string; items: Message[] };
type Day = { day: string; title: string; groups: Group[] };

const WEEKDAYS = "日一二三四五六";
const NAMED: Record<number, string> = { 0: "今天", [-1]: "昨天" };

/** `今天 11 月 30 日 周一`, with the year where it is another. */
export function dayTitle(day: string, now: Date): string {
  const [year = "", month, date] = day.split("-");
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const text = `${Number(month)} 月 ${Number(date)} 日 周${weekday}`;
  const named = NAMED[daysUntil(day, now)];
  if (named) return `${named} ${text}`;
  return formatDate(now.toISOString()).startsWith(year) ? text : `${year} 年 ${text}`;
}

/** In the order in which they come, the newest first. */
export function byDay(messages: readonly Message[], now: Date): Day[] {
  const days = new Map<string, Map<string, Group>>();
  for (const message of messages) {
    const day = formatDate(message.created_at);
    const groups = days.get(day) ?? new Map<string, Group>();
    days.set(day, groups);
    const key = `${day} ${message.kind} ${message.title}`;
    const group = groups.get(key) ?? { key, title: message.title, items: [] };
    groups.set(key, group);
    group.items.push(message);
  }
  return [...days].map(([day, groups]) => ({ day, title: dayTitle(day, now), groups: [...groups.values()] }));
}

/** Of each thing the newest message, and of things only the first few; the rest is a press away. */
export function firstOf(messages: readonly Message[], most: number): Message[] {
  const things = new Map(messages.map((one, index) => [one.link ?? `${index}`, one]));
  for (const one of [...messages].reverse()) if (one.link) things.set(one.link, one);
  return [...things.values()].slice(0, most);
}

export const unreadOf = (messages: readonly Message[]) => messages.filter(({ read_at }) => !read_at);

/** Only paths of this site: a message can never lead elsewhere. */
export const pathOf = ({ link }: Message) => (link?.startsWith("/") && !link.startsWith("//") ? link : null);
