/** A small line beside a figure: how it has gone, without axes; its sentence says the same. Larger pictures are charts. */
import styles from "./cockpit.module.css";
import { trendPoints } from "./trendPoints";

export type TrendOf = {
  /** From the oldest to the newest, evenly apart. */
  values: readonly number[];
  /** What there is to see: `从 80 分到 86 分`. */
  sentence: string;
};

const [WIDTH, HEIGHT] = [72, 24];

export function Trend({ values, sentence }: TrendOf) {
  // One value is no way.
  if (values.length < 2) return null;
  const points = trendPoints(values, WIDTH, HEIGHT);
  const last = points.at(-1);
  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={sentence}
    >
      <title>{sentence}</title>
      <polyline points={points.map((point) => point.join()).join(" ")} />
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" />}
    </svg>
  );
}
