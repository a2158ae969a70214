/** The steps of a long form in a row: done, now, still to come. */
import styles from "./StepTrack.module.css";

type Props = { at: number; steps: readonly { key: string; title: string }[] };

export function StepTrack({ at, steps }: Props) {
  return (
    <ol className={styles.track}>
      {steps.map(({ key, title }, index) => {
        const state = index < at ? styles.done : index === at ? styles.now : styles.later;
        return (
          <li
            key={key}
            className={`${styles.step} ${state}`}
            aria-current={index === at ? "step" : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {index < at ? "✓" : index + 1}
            </span>
            <span className={styles.title}>
              {title}
              {index < at && <span className="visually-hidden">（已填写）</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
