/** Figures of a cockpit: how much there is of each, perhaps how it has gone, and the way to what it is made of. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./cockpit.module.css";
import { Trend, type TrendOf } from "./Trend";

export type CockpitFigure = {
  key: string;
  label: string;
  value: ReactNode;
  /** Small words below it. */
  note?: ReactNode;
  /** Something of it is wrong or late. */
  late?: boolean;
  /** Where one sees what it is made of. */
  to?: string;
  /** Only of values that the server tells. */
  trend?: TrendOf;
};

type Props = {
  /** What they are of, for those who hear the page. */
  label: string;
  figures: readonly CockpitFigure[];
  /** In rows of four; else as many as there is room for. */
  columns?: 4;
};

export function Figures({ label, figures, columns }: Props) {
  return (
    <dl className={columns ? `${styles.figures} ${styles.four}` : styles.figures} aria-label={label}>
      {figures.map(({ key, label, value, note, late, to, trend }) => (
        <div key={key} className={late ? `${styles.figure} ${styles.late}` : styles.figure}>
          <dt>
            {to ? (
              <Link to={to} className={styles.drill}>
                {label}
              </Link>
            ) : (
              label
            )}
          </dt>
          <dd>
            <span className={styles.value}>
              {value}
              {trend && <Trend {...trend} />}
            </span>
            {note && <span className={styles.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
