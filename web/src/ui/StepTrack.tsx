/** Steps in a row: done, now, still to come; of a long form, or `compact` of something that goes its way on a page. */
import styles from "./StepTrack.module.css";

type Props = {
  /** The step that is being done; as many as there are when all is done. */
  at: number;
  steps: readonly { key: string; title: string }[];
  compact?: boolean;
  /** It ended at this step and goes no further. */
  stopped?: boolean;
};

function stateOf(index: number, at: number, stopped?: boolean): "done" | "now" | "stopped" | "later" {
  if (index < at) return "done";
  if (index > at) return "later";
  return stopped ? "stopped" : "now";
}

const SIGN = { done: "✓", stopped: "×", now: null, later: null };

/** For narrow screens, where only bars are left of the steps. */
function countWords({ at, steps, stopped }: Props): string {
  const title = steps[at]?.title;
  if (!title) return `${steps.length} 步全部完成`;
  return stopped ? `止于第 ${at + 1} 步：${title}` : `第 ${at + 1} 步，共 ${steps.length} 步：${title}`;
}

export function StepTrack(props: Props) {
  const { at, steps, compact, stopped } = props;
  const done = compact ? "（已完成）" : "（已填写）";
  return (
    <>
      <ol className={compact ? `${styles.track} ${styles.compact}` : styles.track}>
        {steps.map(({ key, title }, index) => {
          const state = stateOf(index, at, stopped);
          return (
            <li
              key={key}
              className={`${styles.step} ${styles[state]}`}
              aria-current={index === at ? "step" : undefined}
            >
              <span className={styles.mark} aria-hidden="true">
                {SIGN[state] ?? index + 1}
              </span>
              <span className={styles.title}>
                {title}
                {state === "done" && <span className="visually-hidden">{done}</span>}
                {state === "stopped" && <span className="visually-hidden">（到此结束）</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {compact && (
        <p className={styles.count} aria-hidden="true">
          {countWords(props)}
        </p>
      )}
    </>
  );
}
