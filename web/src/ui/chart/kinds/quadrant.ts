/** Points by two measures, in four fields divided by a middle. */
import { type Look, shapeAt } from "../look";
import type { QuadrantPicture, Unit } from "../types";
import { valueText } from "../values";
import { base, colour, isNarrow, tip, valueAxis } from "./base";
import type { ChartOption } from "./option";

/** From the least to the most with some room, so that no point lies on the frame. */
export function bounds(values: readonly number[], split: number, unit: Unit): [number, number] {
  const least = Math.min(split, ...values);
  const most = Math.max(split, ...values);
  const room = Math.max((most - least) * 0.12, unit === "share" ? 100 : 1);
  return [least - room, most + room];
}

/** So many of the lowest are named in the picture … */
const NAMED = 6;
/** … none of them nearer to another than this part of the height. */
const APART = 0.06;

type Point = QuadrantPicture["groups"][number]["points"][number];

/** Who is below the middle, the lowest first, as far as their names don't write over each other. */
export function lowest(points: readonly Point[], split: number, range: number): Point[] {
  const named: Point[] = [];
  for (const point of [...points].sort((a, b) => a.y - b.y)) {
    const above = point.y - (named.at(-1)?.y ?? Number.NEGATIVE_INFINITY);
    if (point.y < split && named.length < NAMED && above >= range * APART) named.push(point);
  }
  return named;
}

export function quadrantOption(picture: QuadrantPicture, look: Look): ChartOption {
  const { x, y, fields, groups } = picture;
  const shared = base(look);
  const points = groups.flatMap((group) => group.points);
  const [left, right] = bounds(
    points.map((point) => point.x),
    x.split,
    x.unit,
  );
  const [low, high] = bounds(
    points.map((point) => point.y),
    y.split,
    y.unit,
  );
  const named = new Set(isNarrow(look) ? [] : lowest(points, y.split, high - low).map(({ name }) => name));
  const inner = { color: look.quiet, fontSize: look.size };
  const word = (
    at: [number, number],
    text: string,
    position: "insideTopLeft" | "insideTopRight" | "insideBottomLeft" | "insideBottomRight",
  ) => ({
    value: at,
    label: { show: true, formatter: text, position, ...inner },
  });
  const axis = (of: QuadrantPicture["x"], min: number, max: number) => {
    const { axisLabel, ...rest } = valueAxis(look, of.unit);
    return {
      ...rest,
      axisLabel: { ...axisLabel, showMinLabel: false, showMaxLabel: false },
      min,
      max,
      name: of.name,
      nameLocation: "middle" as const,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: look.line } },
    };
  };
  const middle = (data: [number, number][]) => ({
    type: "line" as const,
    silent: true,
    symbol: "none",
    data,
    lineStyle: { color: look.quiet, width: 1, type: "dashed" as const },
    tooltip: { show: false },
  });
  return {
    ...shared,
    grid: { top: 8, bottom: 4, left: 4, right: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...shared.tooltip,
      trigger: "item",
      formatter: (params) => {
        const { data } = (Array.isArray(params) ? params[0] : params) ?? {};
        const { value = [] } = (data ?? {}) as { value?: number[] };
        // Points that lie on each other are told together.
        const here = points.filter((point) => point.x === value[0] && point.y === value[1]);
        return tip(here.map(({ name }) => name).join("\n"), [
          `${x.name}：${valueText(value[0], x.unit)}`,
          `${y.name}：${valueText(value[1], y.unit)}`,
        ]);
      },
    },
    xAxis: axis(x, left, right),
    yAxis: axis(y, low, high),
    series: [
      middle([
        [x.split, low],
        [x.split, high],
      ]),
      middle([
        [left, y.split],
        [right, y.split],
      ]),
      {
        type: "scatter",
        silent: true,
        symbolSize: 0.01,
        tooltip: { show: false },
        // On a phone the words would write over each other.
        data: isNarrow(look)
          ? []
          : [
              word([left, high], fields[0], "insideTopLeft"),
              word([right, high], fields[1], "insideTopRight"),
              word([left, low], fields[2], "insideBottomLeft"),
              word([right, low], fields[3], "insideBottomRight"),
            ],
      },
      ...groups.map((group, index) => ({
        type: "scatter" as const,
        name: group.name,
        symbol: shapeAt(index),
        symbolSize: 12,
        itemStyle: { color: colour(look, index, group.tone), opacity: 0.85 },
        data: group.points.map((point) => ({
          name: point.name,
          value: [point.x, point.y],
          label: {
            show: named.has(point.name),
            position: point.x < (left + right) / 2 ? ("right" as const) : ("left" as const),
          },
        })),
        label: { color: look.ink, fontSize: look.size * 0.9, formatter: "{b}" },
      })),
    ],
  };
}
