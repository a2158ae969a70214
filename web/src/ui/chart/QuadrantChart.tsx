/** Many by two measures, in four fields: who does much and well, and who needs a look. */
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { QuadrantPicture } from "./types";
import { valueText } from "./values";

type Props = ChartProps &
  Omit<QuadrantPicture, "kind"> & {
    /** What the points and their groups are, as heads of the table: 机构, 评级. */
    pointed: string;
    grouped: string;
  };

export function QuadrantChart({ x, y, fields, groups, pointed, grouped, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "quadrant", x, y, fields, groups }}
      nothing={groups.every(({ points }) => points.length === 0)}
      shaped
      legend={groups}
      head={[pointed, grouped, x.name, y.name]}
      rows={groups.flatMap((group) =>
        group.points.map((point) => [
          point.name,
          group.name,
          valueText(point.x, x.unit),
          valueText(point.y, y.unit),
        ]),
      )}
    />
  );
}
