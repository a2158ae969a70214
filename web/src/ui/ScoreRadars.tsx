/** The innovation score as a picture: for each group of indicators, how much of its points is there. */
import type { Schema } from "@/api/types";
import { INDICATOR, SCORE_GROUP } from "@/labels/score";
import { BarChart } from "./chart/BarChart";
import styles from "./chart/charts.module.css";
import { RadarChart } from "./chart/RadarChart";
import { pointsText } from "./ScoreParts";

type Props = { groups: Schema<"GroupPoints">[]; indicators: Schema<"IndicatorView">[] };

const POINTS = { hundredths: "分" };

/** Of fewer axes there is no shape. */
const SHAPE = 3;

function Group({ group, indicators }: { group: Schema<"GroupPoints">; indicators: Props["indicators"] }) {
  const rows = indicators.filter((row) => row.group === group.group && row.weight > 0);
  const title = `${SCORE_GROUP[group.group]} ${pointsText(group.points)} / ${group.weight} 分`;
  const axes = rows.map((row) => ({
    name: INDICATOR[row.indicator],
    most: row.weight * 100,
    value: row.value === null ? null : row.points,
  }));
  const weakest = [...rows].sort((a, b) => a.points / a.weight - b.points / b.weight)[0];
  const frame = {
    title,
    sentence: weakest ? `${title}，得分比例最低的是${INDICATOR[weakest.indicator]}。` : title,
    empty: "这一类还没有可以计算的指标。",
  };
  if (axes.length >= SHAPE) return <RadarChart {...frame} axes={axes} unit={POINTS} />;
  return (
    <BarChart
      {...frame}
      lying
      labelled="指标"
      labels={axes.map(({ name }) => name)}
      bars={[{ name: "得分", values: axes.map(({ value }) => value) }]}
      unit={POINTS}
    />
  );
}

export function ScoreRadars({ groups, indicators }: Props) {
  return (
    <div className={styles.three}>
      {groups
        .filter(({ weight }) => weight > 0)
        .map((group) => (
          <Group key={group.group} group={group} indicators={indicators} />
        ))}
    </div>
  );
}
