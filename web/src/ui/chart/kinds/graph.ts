/** What of the one kind belongs to what of the other: two columns of nodes and the links between them. */
import type { Look } from "../look";
import type { GraphNode, GraphPicture } from "../types";
import { valueText } from "../values";
import { base, isNarrow, tip } from "./base";
import type { ChartOption } from "./option";

const SMALL = 12;
const LARGE = 36;
const THIN = 1;
const THICK = 10;

/** Nodes of one column, from the top to the bottom at equal distances. */
export function column(nodes: readonly GraphNode[], x: number, height: number) {
  return nodes.map((node, index) => ({ node, x, y: ((index + 0.5) * height) / nodes.length }));
}

export function graphOption(picture: GraphPicture, look: Look): ChartOption {
  const { left, right, links, unit } = picture;
  const shared = base(look);
  const beside = look.width * (isNarrow(look) ? 0.4 : 0.3);
  const width = look.width - 2 * beside;
  const height = look.height - LARGE;
  const most = Math.max(1, ...left.map(({ value }) => value), ...right.map(({ value }) => value));
  const widest = Math.max(1, ...links.map(({ value }) => value));
  const size = (value: number) => SMALL + (LARGE - SMALL) * Math.sqrt(Math.max(0, value) / most);
  const names = new Map([...left, ...right].map(({ id, name }) => [id, name]));
  const place = (nodes: readonly GraphNode[], x: number, side: "left" | "right") =>
    column(nodes, x, height).map(({ node, ...at }) => ({
      id: node.id,
      name: node.name,
      value: node.value,
      ...at,
      symbolSize: size(node.value),
      itemStyle: { color: side === "left" ? look.tones.brand : look.tones.gold },
      label: {
        show: true,
        position: side,
        width: beside - LARGE / 2 - 8,
        overflow: "break" as const,
        align: side === "left" ? ("right" as const) : ("left" as const),
        color: look.ink,
        fontSize: look.size,
        lineHeight: look.size * 1.3,
        formatter: `${node.name} ${valueText(node.value, unit)}`,
      },
    }));
  return {
    ...shared,
    tooltip: {
      ...shared.tooltip,
      formatter: (params) => {
        const { data, dataType } = (Array.isArray(params) ? params[0] : params) as {
          data?: { name?: string; value?: number; source?: string; target?: string };
          dataType?: string;
        };
        const title =
          dataType === "edge"
            ? `${names.get(data?.source ?? "")} — ${names.get(data?.target ?? "")}`
            : (data?.name ?? "");
        return tip(title, [valueText(data?.value, unit)]);
      },
    },
    series: [
      {
        type: "graph",
        layout: "none",
        left: beside,
        right: beside,
        top: LARGE / 2,
        bottom: LARGE / 2,
        data: [
          ...place(left, 0, "left"),
          ...place(right, width, "right"),
          // Without size: so the nodes stand where they were put, and are not stretched over the place.
          ...[
            [0, 0],
            [width, height],
          ].map(([x, y]) => ({ id: `corner ${x}`, x, y, symbolSize: 0, silent: true })),
        ],
        links: links.map(({ from, to, value }) => ({
          source: from,
          target: to,
          value,
          lineStyle: { width: THIN + ((THICK - THIN) * value) / widest },
        })),
        lineStyle: { color: look.tones.brand, opacity: 0.3, curveness: 0.15 },
        emphasis: { focus: "adjacency", lineStyle: { opacity: 0.8 } },
      },
    ],
  };
}
