/** How charts look here: colours and sizes of the theme, read where the chart stands, so that 大字版 and reduced motion hold. */
import type { Tone } from "./types";

export type Look = {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  tones: Record<Tone, string>;
  font: string;
  /** Of texts in the chart, pixels. */
  size: number;
  /** Of the place of the chart, pixels. */
  width: number;
  height: number;
  motion: boolean;
};

/** In the order in which series take them; red is for rates and what is wrong, so none takes it unasked. */
const ROW: readonly Tone[] = ["brand", "gold", "ok", "purple", "quiet"];

export const toneAt = (index: number): Tone => ROW[index % ROW.length] ?? "brand";

const TOKENS: Record<Tone, string> = {
  brand: "--brand",
  gold: "--gold",
  ok: "--ok",
  purple: "--purple",
  quiet: "--ink-3",
  accent: "--accent",
  light: "--hero-end",
};

/** Shapes tell series apart where colours do not. */
export type Shape = "circle" | "rect" | "triangle" | "diamond";
const SHAPES: readonly Shape[] = ["circle", "rect", "triangle", "diamond"];

export const shapeAt = (index: number): Shape => SHAPES[index % SHAPES.length] ?? "circle";

/** As a style, for the marks of a legend. */
export const toneStyle = (tone: Tone) => `var(${TOKENS[tone]})`;

const MOTION = "(prefers-reduced-motion: reduce)";

export function lookOf(host: HTMLElement): Look {
  const root = getComputedStyle(document.documentElement);
  const token = (name: string) => root.getPropertyValue(name).trim();
  const tones = Object.fromEntries(Object.entries(TOKENS).map(([tone, name]) => [tone, token(name)]));
  return {
    ink: token("--ink"),
    quiet: token("--ink-2"),
    line: token("--line"),
    surface: token("--surface"),
    tones: tones as Look["tones"],
    font: token("--font"),
    size: Number.parseFloat(root.fontSize) * 0.8125,
    width: host.clientWidth,
    height: host.clientHeight,
    motion: !globalThis.matchMedia?.(MOTION).matches,
  };
}
