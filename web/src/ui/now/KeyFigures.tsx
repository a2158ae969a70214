/** The facts that a decision turns on, in one line of large figures. */
import type { ReactNode } from "react";
import styles from "./now.module.css";

export type KeyFigure = {
  label: string;
  value: ReactNode;
  /** Small words below the figure. */
  note?: ReactNode;
  /** Something is wrong with it: it stands in red. */
  late?: boolean;
};

export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <dl className={figures.length === 3 ? `${styles.figures} ${styles.three}` : styles.figures}>
      {figures.map(({ label, value, note, late }) => (
        <div key={label} className={late ? `${styles.figure} ${styles.late}` : styles.figure}>
          <dt>{label}</dt>
          <dd>
            <span className={styles.value}>{value}</span>
            {note && <span className={styles.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
