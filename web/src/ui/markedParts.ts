/** Cuts a text where hits begin and end. Hits count characters, not the units of UTF-16. */
import type { Schema } from "@/api/types";

export type Part = { from: number; part: string; marked: boolean };

export function partsOf(text: string, hits: readonly Pick<Schema<"Hit">, "from" | "to">[]): Part[] {
  const chars = [...text];
  const parts: Part[] = [];
  let at = 0;
  const add = (to: number, marked: boolean) => {
    if (to > at) parts.push({ from: at, part: chars.slice(at, to).join(""), marked });
    at = Math.max(at, to);
  };
  for (const hit of hits) {
    add(Math.min(hit.from, chars.length), false);
    add(Math.min(hit.to, chars.length), true);
  }
  add(chars.length, false);
  return parts;
}
