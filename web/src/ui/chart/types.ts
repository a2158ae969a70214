/** What the charts are told: plain figures and names. How they look is decided in `kinds/`. */

/** Fen, basis points, pieces of something: `{ of: "家" }`, or marks that come in hundredths: `{ hundredths: "分" }`. */
export type Unit = "money" | "share" | { of: string } | { hundredths: string };

/** Colours by their meaning; without one a series takes the next of the row. */
export type Tone = "brand" | "gold" | "ok" | "purple" | "quiet" | "accent" | "light";

/** One value for each label; null where nothing is known, which is never drawn as nothing. */
export type Series = { name: string; values: readonly (number | null)[]; tone?: Tone };

export type RadarPicture = {
  kind: "radar";
  axes: readonly { name: string; most: number; value: number | null }[];
  unit: Unit;
};

export type BarsPicture = {
  kind: "bars";
  labels: readonly string[];
  bars: readonly Series[];
  unit: Unit;
  /** Drawn over the bars, with an axis of their own on the right. */
  lines?: readonly Series[];
  lineUnit?: Unit;
  stacked?: boolean;
  /** Bars that lie, for long names. */
  lying?: boolean;
};

export type LinePicture = {
  kind: "line";
  /** `moments` are times with a level between two of them; `steps` are names such as years. */
  over: "moments" | "steps";
  series: readonly { name: string; points: readonly { at: string; value: number | null }[]; tone?: Tone }[];
  unit: Unit;
};

export type FunnelPicture = { kind: "funnel"; steps: readonly { name: string; value: number }[]; unit: Unit };

export type QuadrantGroup = {
  name: string;
  tone?: Tone;
  points: readonly { name: string; x: number; y: number }[];
};

export type QuadrantPicture = {
  kind: "quadrant";
  x: { name: string; unit: Unit; split: number };
  y: { name: string; unit: Unit; split: number };
  /** Words of the four fields: above left, above right, below left, below right. */
  fields: readonly [string, string, string, string];
  groups: readonly QuadrantGroup[];
};

export type GraphPicture = {
  kind: "graph";
  /** Two columns of nodes, the sizes of which say how much. */
  left: readonly GraphNode[];
  right: readonly GraphNode[];
  /** From the left to the right; the width of a link says how much. */
  links: readonly { from: string; to: string; value: number }[];
  unit: Unit;
};

export type GraphNode = { id: string; name: string; value: number };

export type Picture =
  | RadarPicture
  | BarsPicture
  | LinePicture
  | FunnelPicture
  | QuadrantPicture
  | GraphPicture;
