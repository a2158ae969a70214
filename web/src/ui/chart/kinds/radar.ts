/** One shape over several axes, each measured by the most that it can bring. */
import type { Look } from "../look";
import type { RadarPicture } from "../types";
import { valueText } from "../values";
import { base, textStyle } from "./base";
import type { ChartOption } from "./option";

/** Part of the smaller side that the shape takes. */
const RADIUS = 0.62;
/** Between the shape and a name. */
const GAP = 8;
const SHORTEST = 4;
const LONGEST = 7;

/** Long names are broken into lines of like lengths, never cut. */
export function broken(name: string, longest: number): string {
  const letters = [...name];
  const lines = Math.ceil(letters.length / longest);
  const length = Math.ceil(letters.length / Math.max(1, lines));
  return Array.from({ length: lines }, (_, line) =>
    letters
      .slice(line * length, (line + 1) * length)
      .join("")
      .trim(),
  ).join("\n");
}

/** Pixels; smaller where even the shortest lines would not fit beside it. */
function radiusOf({ width, height, size }: Look): number {
  return Math.min((Math.min(width, height) / 2) * RADIUS, width / 2 - SHORTEST * size * 1.1 - 2 * GAP);
}

/** Characters that fit beside the shape. */
function lineOf(look: Look): number {
  const beside = look.width / 2 - radiusOf(look) - 2 * GAP;
  return Math.min(LONGEST, Math.max(SHORTEST, Math.floor(beside / look.size)));
}

export function radarOption(picture: RadarPicture, look: Look): ChartOption {
  const { axes, unit } = picture;
  const part = (value: number | null, most: number) => (most > 0 ? ((value ?? 0) * 100) / most : 0);
  const shared = base(look);
  return {
    ...shared,
    tooltip: {
      ...shared.tooltip,
      formatter: () =>
        axes
          .map((axis) => `${axis.name}：${valueText(axis.value, unit)} / ${valueText(axis.most, unit)}`)
          .join("\n"),
    },
    radar: {
      indicator: axes.map(({ name }) => ({ name, max: 100 })),
      radius: Math.max(0, radiusOf(look)),
      splitNumber: 4,
      axisName: {
        ...textStyle(look),
        lineHeight: look.size * 1.3,
        formatter: (name?: string) => broken(name ?? "", lineOf(look)),
      },
      axisNameGap: GAP,
      axisLine: { lineStyle: { color: look.line } },
      splitLine: { lineStyle: { color: look.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: "radar",
        symbolSize: 6,
        lineStyle: { color: look.tones.brand, width: 2 },
        itemStyle: { color: look.tones.brand },
        areaStyle: { color: look.tones.brand, opacity: 0.15 },
        data: [{ value: axes.map(({ value, most }) => part(value, most)), name: "" }],
      },
    ],
  };
}
