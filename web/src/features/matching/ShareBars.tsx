/** 派单份额 as bars: who got most dispatches, beside what each can serve. */
import type { Schema } from "@/api/types";
import { BarChart } from "@/ui/chart/BarChart";

/** So many are read at a glance; the table below has all. */
const SHOWN = 10;

export function ShareBars({ shares }: { shares: Schema<"DispatchShare">[] }) {
  const shown = shares.slice(0, SHOWN);
  const first = shown[0];
  return (
    <BarChart
      title={shares.length > SHOWN ? `派单最多的 ${SHOWN} 家机构` : "各机构派单"}
      sentence={first ? `${first.institution_name}最多，${first.dispatches} 次。` : "近 30 天没有派单。"}
      height={24}
      lying
      labelled="机构"
      labels={shown.map(({ institution_name: name }) => name)}
      bars={[
        { name: "派单", values: shown.map(({ dispatches }) => dispatches) },
        // Most serve any number, which is no bar.
        ...(shown.some(({ capacity }) => capacity !== null)
          ? [{ name: "接单能力", values: shown.map(({ capacity }) => capacity), tone: "quiet" as const }]
          : []),
      ]}
      unit={{ of: "次" }}
    />
  );
}
