import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { MEASURE } from "@/labels/matching";

export const synonymsQuery = readQuery("matching", "/operator/matching/synonyms");

/** Groups and words as they will be read: remarks and empty lines don't count. */
export function countGroups(body: string): { groups: number; words: number } {
  const lines = body.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const words = lines.flatMap((line) => line.split(/[\s,，、]+/u).filter(Boolean));
  return { groups: lines.length, words: words.length };
}

/** 0.412; a likeness is from 0 to 1. */
export const share = (thousandths: number) => (thousandths / 1_000).toFixed(3);

const signed = (thousandths: number) => `${thousandths > 0 ? "+" : "−"}${share(Math.abs(thousandths))}`;

/** What counted, in words. */
export const partsText = ({ parts }: Schema<"LikenessView">) =>
  parts.map((part) => `${MEASURE[part.measure] ?? part.measure} ${signed(part.adds)}`).join("、") ||
  "没有相同之处";

/** Where the typed synonyms take the likeness. */
export function changeText(before: number, after: number): string {
  if (before === after) return "相近程度不变";
  return after > before ? `相近程度提高 ${share(after - before)}` : `相近程度降低 ${share(before - after)}`;
}
