/** Which of the one kind belong to which of the other, and how much. */
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { GraphPicture } from "./types";
import { valueText } from "./values";

type Props = ChartProps &
  Omit<GraphPicture, "kind"> & {
    /** What stands on both sides and what the links count, as heads of the table. */
    heads: readonly [string, string, string];
  };

export function GraphChart({ left, right, links, unit, heads, ...frame }: Props) {
  const names = new Map([...left, ...right].map(({ id, name }) => [id, name]));
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "graph", left, right, links, unit }}
      nothing={links.length === 0}
      legend={[
        { name: heads[0], tone: "brand" },
        { name: heads[1], tone: "gold" },
      ]}
      head={heads}
      rows={links.map(({ from, to, value }) => [
        names.get(from) ?? from,
        names.get(to) ?? to,
        valueText(value, unit),
      ])}
    />
  );
}
