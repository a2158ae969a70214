/** How much of what each axis can bring is there: a score by its indicators. */
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { RadarPicture } from "./types";
import { valueText } from "./values";

type Props = ChartProps & Omit<RadarPicture, "kind">;

export function RadarChart({ axes, unit, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "radar", axes, unit }}
      nothing={axes.every(({ value }) => value === null)}
      head={["项目", "得到", "最多"]}
      rows={axes.map(({ name, value, most }) => [name, valueText(value, unit), valueText(most, unit)])}
    />
  );
}
