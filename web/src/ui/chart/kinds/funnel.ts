/** How many of what began came how far. */
import { formatShare } from "@/lib/money";
import type { Look } from "../look";
import type { FunnelPicture } from "../types";
import { funnelShares, valueText } from "../values";
import { base, isNarrow, tip } from "./base";
import type { ChartOption } from "./option";

export function funnelOption(picture: FunnelPicture, look: Look): ChartOption {
  const { steps, unit } = picture;
  const shares = funnelShares(steps);
  const shared = base(look);
  return {
    ...shared,
    tooltip: {
      ...shared.tooltip,
      formatter: (params) => {
        const { dataIndex = 0 } = (Array.isArray(params) ? params[0] : params) ?? {};
        const step = steps[dataIndex];
        const share = shares[dataIndex];
        if (!step || !share) return "";
        return tip(`${step.name}：${valueText(step.value, unit)}`, [
          `占第一步 ${formatShare(share.ofFirst)}`,
          ...(share.ofBefore === null ? [] : [`占上一步 ${formatShare(share.ofBefore)}`]),
        ]);
      },
    },
    series: [
      {
        type: "funnel",
        sort: "none",
        gap: 2,
        min: 0,
        max: Math.max(1, ...steps.map(({ value }) => value)),
        minSize: "2%",
        maxSize: "100%",
        left: 0,
        right: isNarrow(look) ? "48%" : "40%",
        top: 4,
        bottom: 4,
        label: {
          position: "right",
          color: look.ink,
          fontSize: look.size,
          lineHeight: look.size * 1.3,
          formatter: ({ dataIndex }) => {
            const value = valueText(steps[dataIndex]?.value, unit);
            const share = dataIndex > 0 ? `（${formatShare(shares[dataIndex]?.ofFirst)}）` : "";
            return `${steps[dataIndex]?.name}\n${value}${share}`;
          },
        },
        labelLine: { length: 12, lineStyle: { color: look.line } },
        itemStyle: { color: look.tones.brand, borderWidth: 0 },
        data: steps.map(({ name, value }) => ({ name, value })),
      },
    ],
  };
}
