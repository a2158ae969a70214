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

export function Figures({ figures }: { figures: readonly CockpitFigure[] }) {
  return (
    <dl className={styles.figures}>
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
