/** The figures of the government's home: what needs an eye first, then the plan's; each leads to what it is made of. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import { figuresQuery, trendsQuery } from "@/api/stats";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { FIGURE, FIGURE_ADDED, figureText, figureWords } from "@/labels/stats";
import { Figures } from "@/ui/cockpit/Figures";
import { grown, monthlyTrend } from "@/ui/cockpit/monthlyTrend";
import { Loaded } from "@/ui/States";
import { Count } from "@/ui/Values";
import { useWatched } from "./watch";

const { government } = paths;

type Permission = Schema<"Me">["permissions"][number];

/** What a figure of the plan is made of, and what one must be allowed for it. */
const DRILL: Partial<Record<Schema<"FigureKey">, readonly [to: string, permission?: Permission]>> = {
  enterprises: [government.segments, "enterprises.segments"],
  institutions: [government.assessment, "points.assessment"],
  products: [paths.products],
  disbursed: [government.loans, "servicing.oversight"],
};

/** Figures that only grow, which are drawn as they stood. */
const SUMS: readonly Schema<"FigureKey">[] = ["enterprises", "disbursed"];

export function WatchFigures() {
  const watched = useWatched();
  if (watched.length === 0) return null;
  return (
    <Figures
      label="需要关注"
      figures={watched.map(({ key, label, count, note, to, late }) => ({
        key,
        label,
        value: <Count value={count} />,
        note,
        to,
        late,
      }))}
    />
  );
}

export function PlanFigures() {
  const { permissions } = useMe();
  const query = useQuery(figuresQuery);
  const trends = useQuery(trendsQuery).data;
  const trendOf = ({ key, value }: Schema<"Figure">) => {
    const added = monthlyTrend(
      FIGURE_ADDED[key] ?? "",
      trends?.months ?? [],
      trends?.trends.find((trend) => trend.key === key)?.added,
      (count) => figureWords(key, count),
    );
    return value !== null && SUMS.includes(key) ? grown(value, added) : added;
  };
  return (
    <Loaded query={query} rows={4}>
      {(data) => (
        <Figures
          label="平台数据"
          columns={4}
          figures={data.figures.map((figure) => {
            const { value, unit } = figureText(figure);
            const [to, permission] = DRILL[figure.key] ?? [];
            return {
              key: figure.key,
              label: FIGURE[figure.key],
              value: (
                <span className="num">
                  {value}
                  <span className="unit"> {unit}</span>
                </span>
              ),
              note: figure.definition,
              trend: trendOf(figure),
              to: permission && !permissions.includes(permission) ? undefined : to,
            };
          })}
        />
      )}
    </Loaded>
  );
}
