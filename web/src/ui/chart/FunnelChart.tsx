/** How many of what began came how far, each step a part of the one before. */
import { formatShare } from "@/lib/money";
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { FunnelPicture } from "./types";
import { funnelShares, valueText } from "./values";

type Props = ChartProps & Omit<FunnelPicture, "kind">;

export function FunnelChart({ steps, unit, ...frame }: Props) {
  const shares = funnelShares(steps);
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "funnel", steps, unit }}
      nothing={steps.every(({ value }) => value === 0)}
      head={["步骤", "数量", "占第一步", "占上一步"]}
      rows={steps.map(({ name, value }, index) => [
        name,
        valueText(value, unit),
        formatShare(shares[index]?.ofFirst),
        formatShare(shares[index]?.ofBefore),
      ])}
    />
  );
}
