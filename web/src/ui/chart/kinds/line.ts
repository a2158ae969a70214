/** Values over time: levels between moments, or lines from year to year. */
import { formatDate, formatTime } from "@/lib/dates";
import { type Look, shapeAt } from "../look";
import type { LinePicture } from "../types";
import { shortText, valueText } from "../values";
import { base, colour, nameAxis, tip, valueAxis } from "./base";
import type { ChartOption } from "./option";

/** With so few points, each says its value. */
const SPOKEN = 12;

/** Values nearer than this part of all would write over each other. */
const NEAR = 0.1;

/** Where each series writes its value at one step: above, below where the next one above is near, or not at all between two. */
export function labelPlaces(values: readonly (number | null)[], range: number): ("top" | "bottom" | null)[] {
  const known = values.flatMap((value, index) => (value === null ? [] : { value, index }));
  known.sort((a, b) => b.value - a.value);
  const near = (at: number) => {
    const [above, below] = [known[at - 1], known[at]];
    return !!above && !!below && above.value - below.value < range * NEAR;
  };
  return values.map((_, index) => {
    const at = known.findIndex((one) => one.index === index);
    if (at < 0) return null;
    if (!near(at)) return "top";
    return near(at + 1) ? null : "bottom";
  });
}

const moment = (ms: number) => new Date(ms).toISOString();

function timeAxis(look: Look) {
  return {
    type: "time" as const,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    splitLine: { show: false },
    axisLabel: {
      color: look.quiet,
      fontSize: look.size,
      hideOverlap: true,
      formatter: (ms: number) => formatDate(moment(ms)),
    },
    splitNumber: Math.max(1, Math.floor(look.width / (look.size * 10))),
  };
}

export function lineOption(picture: LinePicture, look: Look): ChartOption {
  const { over, series, unit } = picture;
  const shared = base(look);
  const steps = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))];
  const byMoment = over === "moments";
  const known = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const range = Math.max(0, ...known) - Math.min(0, ...known);
  const places = steps.map((step) =>
    labelPlaces(
      series.map(({ points }) => points.find(({ at }) => at === step)?.value ?? null),
      range,
    ),
  );
  const spoken = !byMoment && known.length <= SPOKEN;
  return {
    ...shared,
    // Days begin for the axis at the same moment, wherever the device stands.
    useUTC: true,
    grid: {
      top: look.size * 2.6,
      bottom: 4,
      left: 4,
      right: look.size * 2,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      ...shared.tooltip,
      trigger: "axis",
      formatter: (params) => {
        const found = Array.isArray(params) ? params : [params];
        const index = found[0]?.dataIndex ?? 0;
        const at = series[found[0]?.seriesIndex ?? 0]?.points[index]?.at ?? "";
        return tip(
          byMoment ? formatTime(at) : at,
          found.map(({ seriesIndex = 0, dataIndex }) => {
            const one = series[seriesIndex];
            return `${one?.name}：${valueText(one?.points[dataIndex]?.value, unit)}`;
          }),
        );
      },
    },
    xAxis: byMoment ? timeAxis(look) : { ...nameAxis(look, steps), boundaryGap: true },
    yAxis: { ...valueAxis(look, unit), scale: false },
    series: series.map((one, index) => ({
      type: "line",
      name: one.name,
      // Between two moments nothing changed.
      step: byMoment ? "end" : undefined,
      data: one.points.map(({ at, value }) => {
        const position = places[steps.indexOf(at)]?.[index];
        return {
          value: [byMoment ? Date.parse(at) : at, value ?? "-"],
          label: { show: spoken && !!position, position: position ?? ("top" as const) },
        };
      }),
      symbol: shapeAt(index),
      symbolSize: byMoment ? 4 : 8,
      lineStyle: { color: colour(look, index, one.tone), width: 2 },
      itemStyle: { color: colour(look, index, one.tone) },
      areaStyle:
        byMoment && series.length === 1 ? { color: colour(look, index, one.tone), opacity: 0.1 } : undefined,
      label: {
        color: look.ink,
        fontSize: look.size * 0.9,
        formatter: ({ dataIndex }) => {
          const known = one.points[dataIndex]?.value;
          return known === null || known === undefined ? "" : shortText(known, unit);
        },
      },
    })),
  };
}
