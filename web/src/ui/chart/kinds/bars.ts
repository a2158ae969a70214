/** Bars beside each other, on top of each other, or lying; with lines over them where two measures belong together. */
import { type Look, shapeAt } from "../look";
import type { BarsPicture, Series, Unit } from "../types";
import { shortText, valueText } from "../values";
import { base, colour, isNarrow, nameAxis, tip, valueAxis } from "./base";
import type { ChartOption } from "./option";

/** With so few, each bar says its value. */
const SPOKEN = 12;

/** Part of the width that names beside lying bars take at most. */
const BESIDE = 0.36;

/** Names that are longer than their place are broken; shorter ones take only what they need. */
export function brokenNames(names: readonly string[], look: Look) {
  const width = look.width * BESIDE;
  if (names.every((name) => [...name].length * look.size <= width)) return {};
  return { width, overflow: "break" as const, lineHeight: look.size * 1.3 };
}

export function barsOption(picture: BarsPicture, look: Look): ChartOption {
  const { labels, bars, lines = [], unit, lineUnit = "share", stacked = false, lying = false } = picture;
  const shared = base(look);
  const names = nameAxis(look, labels);
  const values = valueAxis(look, unit);
  const spoken = !stacked && labels.length * bars.length <= SPOKEN && !(isNarrow(look) && bars.length > 3);
  const value = (one: Series, of: Unit, index: number) => `${one.name}：${valueText(one.values[index], of)}`;
  return {
    ...shared,
    grid: {
      // The names of both axes stand above; beside lying bars the last value needs its room.
      top: lying ? look.size : look.size * 2.6,
      bottom: 4,
      left: 4,
      right: lying && spoken ? look.size * 4 : 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      ...shared.tooltip,
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (params) => {
        const index = (Array.isArray(params) ? params[0] : params)?.dataIndex ?? 0;
        return tip(labels[index] ?? "", [
          ...bars.map((one) => value(one, unit, index)),
          ...lines.map((one) => value(one, lineUnit, index)),
        ]);
      },
    },
    ...(lying
      ? {
          yAxis: {
            ...names,
            inverse: true,
            axisLabel: { ...names.axisLabel, ...brokenNames(labels, look) },
          },
          xAxis: { ...values, name: "", axisLabel: { ...values.axisLabel, show: !spoken } },
        }
      : {
          xAxis: names,
          yAxis:
            lines.length > 0
              ? [values, { ...valueAxis(look, lineUnit), splitLine: { show: false } }]
              : [values],
        }),
    series: [
      ...bars.map((one, index) => ({
        type: "bar" as const,
        name: one.name,
        data: one.values.map((known) => known ?? "-"),
        itemStyle: { color: colour(look, index, one.tone), borderRadius: stacked ? 0 : 2 },
        barMaxWidth: 32,
        barGap: "15%",
        ...(stacked ? { stack: "all" } : {}),
        label: {
          show: spoken,
          position: lying ? ("right" as const) : ("top" as const),
          color: look.ink,
          fontSize: look.size * 0.9,
          formatter: (bar: { dataIndex: number }) => {
            const known = one.values[bar.dataIndex];
            return known === null || known === undefined ? "" : shortText(known, unit);
          },
        },
      })),
      ...lines.map((one, index) => ({
        type: "line" as const,
        name: one.name,
        yAxisIndex: 1,
        data: one.values.map((known) => known ?? "-"),
        symbol: shapeAt(index),
        symbolSize: 8,
        lineStyle: { color: colour(look, bars.length + index, one.tone), width: 2 },
        itemStyle: { color: colour(look, bars.length + index, one.tone) },
      })),
    ],
  };
}
