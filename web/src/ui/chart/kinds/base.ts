/** What all kinds of charts have in common: texts, the tip, axes. */
import type { Look } from "../look";
import { toneAt } from "../look";
import type { Tone, Unit } from "../types";
import { shortText, unitName } from "../values";
import type { ChartOption } from "./option";

export const textStyle = (look: Look) => ({
  color: look.ink,
  fontFamily: look.font,
  fontSize: look.size,
});

/** The tip is drawn, not written into the page as markup: names come from people. */
export const base = (look: Look): ChartOption => ({
  animation: look.motion,
  animationDuration: 300,
  textStyle: textStyle(look),
  tooltip: {
    renderMode: "richText",
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    borderWidth: 1,
    padding: 10,
    textStyle: textStyle(look),
  },
});

export const colour = (look: Look, index: number, tone?: Tone) => look.tones[tone ?? toneAt(index)];

export const valueAxis = (look: Look, unit: Unit) => ({
  type: "value" as const,
  name: unitName(unit),
  nameTextStyle: { color: look.quiet, fontSize: look.size },
  axisLabel: {
    color: look.quiet,
    fontSize: look.size,
    hideOverlap: true,
    formatter: (value: number) => shortText(value, unit),
  },
  splitLine: { lineStyle: { color: look.line } },
  // Of pieces there is no half.
  minInterval: typeof unit === "object" && "of" in unit ? 1 : 0,
});

export const nameAxis = (look: Look, names: readonly string[]) => ({
  type: "category" as const,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: look.line } },
  axisLabel: { color: look.quiet, fontSize: look.size },
});

/** Lines of a tip, the first of which names the place. */
export const tip = (title: string, lines: readonly string[]) => [title, ...lines].join("\n");

const NARROW = 480;
export const isNarrow = (look: Look) => look.width < NARROW;
