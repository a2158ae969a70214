/** How values went: a balance from moment to moment, or ratios from year to year. */
import { formatTime } from "@/lib/dates";
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { LinePicture } from "./types";
import { valueText } from "./values";

type Props = ChartProps & Omit<LinePicture, "kind">;

export function LineChart({ over, series, unit, ...frame }: Props) {
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort();
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "line", over, series, unit }}
      nothing={series.every(({ points }) => points.every(({ value }) => value === null))}
      shaped
      legend={series}
      head={["时间", ...series.map(({ name }) => name)]}
      rows={places.map((place) => [
        over === "moments" ? formatTime(place) : place,
        ...series.map(({ points }) => valueText(points.find(({ at }) => at === place)?.value, unit)),
      ])}
    />
  );
}
