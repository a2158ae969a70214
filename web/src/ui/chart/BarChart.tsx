/** Amounts beside each other: of several years, kinds or people, with lines over them for a second measure. */
import { ChartFrame, type ChartProps } from "./ChartFrame";
import type { BarsPicture } from "./types";
import { valueText } from "./values";

type Props = ChartProps &
  Omit<BarsPicture, "kind"> & {
    /** What the labels are, as the head of the table: 年度, 经办人. */
    labelled: string;
  };

export function BarChart({ labelled, labels, bars, lines = [], unit, lineUnit = "share", ...rest }: Props) {
  const { stacked, lying, ...frame } = rest;
  const all = [...bars, ...lines];
  return (
    <ChartFrame
      {...frame}
      picture={{ kind: "bars", labels, bars, lines, unit, lineUnit, stacked, lying }}
      nothing={all.every(({ values }) => values.every((value) => value === null))}
      legend={all}
      head={[labelled, ...all.map(({ name }) => name)]}
      rows={labels.map((label, index) => [
        label,
        ...bars.map(({ values }) => valueText(values[index], unit)),
        ...lines.map(({ values }) => valueText(values[index], lineUnit)),
      ])}
    />
  );
}
