/** Institutions by how much they had to do in a quarter and how much of it they did in time. */
import type { Schema } from "@/api/types";
import { GRADE } from "@/labels/points";
import type { QuadrantGroup, Tone } from "@/ui/chart/types";
import { ratio } from "@/ui/financeFigures";

type Row = Pick<Schema<"AssessmentRow">, "name"> & {
  figures: Pick<Schema<"ServiceFigures">, "limits">;
  graded: Pick<Schema<"Graded">, "grade">;
};

const TONES: Record<Schema<"Grade">, Tone> = {
  a: "ok",
  b: "brand",
  c: "purple",
  d: "gold",
  e: "accent",
};

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

/** Without those who had nothing to do; divided by the middle of what they had to do, and by the rate of all together. */
export function quadrantOf(rows: readonly Row[]) {
  const busy = rows.filter(({ figures }) => figures.limits.whole > 0);
  const sum = (key: "part" | "whole") => busy.reduce((total, { figures }) => total + figures.limits[key], 0);
  const point = ({ name, figures: { limits } }: Row) => ({
    name,
    x: limits.whole,
    y: ratio(limits.part, limits.whole) ?? 0,
  });
  const group = (name: string, tone: Tone, grade: Schema<"Grade"> | null): QuadrantGroup => ({
    name,
    tone,
    points: busy.filter(({ graded }) => graded.grade === grade).map(point),
  });
  const grades = (Object.keys(GRADE) as Schema<"Grade">[]).map((grade) =>
    group(GRADE[grade].text, TONES[grade], grade),
  );
  return {
    busy: busy.length,
    idle: rows.length - busy.length,
    middle: median(busy.map(({ figures }) => figures.limits.whole)),
    rate: ratio(sum("part"), sum("whole")) ?? 0,
    groups: [...grades, group("未评级", "quiet", null)].filter(({ points }) => points.length > 0),
  };
}
