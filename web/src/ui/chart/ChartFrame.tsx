/**
 * What stands around every chart: its title, the legend, the picture in a place of fixed height, and the same figures as a table
 * behind 查看数据. Only the charts of this folder use it.
 */
import { ScrollRegion } from "@/lib/ScrollRegion";
import styles from "./chart.module.css";
import { type Shape, shapeAt, toneAt, toneStyle } from "./look";
import { Plot } from "./Plot";
import type { Picture, Tone } from "./types";

/** What every chart takes besides its figures. */
export type ChartProps = {
  title: string;
  /** What there is to see, in one sentence: for those who cannot see it. */
  sentence: string;
  /** The card around it says the title already. */
  untitled?: boolean;
  /** Of title, legend and picture together, rem. */
  height?: number;
  /** Said in place of a picture without figures. */
  empty?: string;
};

type Props = ChartProps & {
  picture: Picture;
  /** None of what there is to draw is known. */
  nothing: boolean;
  legend?: readonly { name: string; tone?: Tone }[];
  /** The series of the legend have shapes too. */
  shaped?: boolean;
  head: readonly string[];
  rows: readonly (readonly string[])[];
};

const HEIGHT = 18;

const SHAPES: Record<Shape, string | undefined> = {
  circle: styles.circle,
  rect: undefined,
  triangle: styles.triangle,
  diamond: styles.diamond,
};

function Legend({ of, shaped }: { of: NonNullable<Props["legend"]>; shaped?: boolean }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {of.map(({ name, tone }, index) => (
        <li key={name}>
          <span
            className={[styles.mark, shaped && SHAPES[shapeAt(index)]].filter(Boolean).join(" ")}
            style={{ background: toneStyle(tone ?? toneAt(index)) }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}

export function ChartFrame(props: Props) {
  const { title, sentence, untitled, height = HEIGHT, empty = "还没有数据。" } = props;
  const { picture, nothing, legend = [], shaped, head, rows } = props;
  return (
    <div className={styles.chart}>
      <figure className={styles.figure} style={{ height: `${height}rem` }}>
        <figcaption className={untitled ? "visually-hidden" : styles.title}>{title}</figcaption>
        {legend.length > 1 && !nothing && <Legend of={legend} shaped={shaped} />}
        {nothing ? <p className={styles.empty}>{empty}</p> : <Plot picture={picture} sentence={sentence} />}
      </figure>
      {!nothing && (
        <details className={styles.data}>
          <summary>
            查看数据<span className="visually-hidden">：{title}</span>
          </summary>
          <ScrollRegion className="table-scroll" label={`${title}的数据`}>
            <table className="data-table">
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {head.map((name, index) => (
                    <th key={name} scope="col" className={index > 0 ? "numeric" : undefined}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...values]) => (
                  <tr key={[name, ...values].join()}>
                    <th scope="row">{name}</th>
                    {values.map((value, index) => (
                      <td key={head[index + 1]} className="numeric">
                        {value}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      )}
    </div>
  );
}
