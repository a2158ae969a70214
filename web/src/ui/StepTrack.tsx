/**
 * Steps in a row: done, now, still to come; of a long form, or `compact` of something that goes its way on a page. With `onGo`
 * each of them can be gone to.
 */
import { Fragment } from "react";
import styles from "./StepTrack.module.css";

type Step = {
  key: string;
  title: string;
  /** Whether nothing is left in it; otherwise the steps before the one that is being done are. */
  done?: boolean;
};

type Props = {
  /** The step that is being done; as many as there are when all is done. */
  at: number;
  steps: readonly Step[];
  compact?: boolean;
  /** It ended at this step and goes no further. */
  stopped?: boolean;
  onGo?: (index: number) => void;
};

type State = "done" | "now" | "stopped" | "later";

function stateOf(index: number, done: boolean, { at, stopped }: Props): State {
  if (index === at) return stopped ? "stopped" : "now";
  return done ? "done" : "later";
}

const SIGN = { done: "✓", stopped: "×", now: null, later: null };

/** For narrow screens, where only bars are left of the steps. */
function countWords({ at, steps, stopped }: Props): string {
  const title = steps[at]?.title;
  if (!title) return `${steps.length} 步全部完成`;
  return stopped ? `止于第 ${at + 1} 步：${title}` : `第 ${at + 1} 步，共 ${steps.length} 步：${title}`;
}

export function StepTrack(props: Props) {
  const { at, steps, compact, onGo } = props;
  const words = compact ? "（已完成）" : "（已填写）";
  const Target = onGo ? "button" : Fragment;
  const kind = compact ? styles.compact : onGo ? styles.open : "";
  return (
    <>
      <ol className={`${styles.track} ${kind}`}>
        {steps.map(({ key, title, done }, index) => {
          const state = stateOf(index, done ?? index < at, props);
          return (
            <li
              key={key}
              className={`${styles.step} ${styles[state]}`}
              aria-current={index === at ? "step" : undefined}
            >
              <Target {...(onGo && { type: "button", className: styles.go, onClick: () => onGo(index) })}>
                <span className={styles.mark} aria-hidden="true">
                  {SIGN[state] ?? index + 1}
                </span>
                <span className={styles.title}>
                  {title}
                  {state === "done" && <span className="visually-hidden">{words}</span>}
                  {state === "stopped" && <span className="visually-hidden">（到此结束）</span>}
                </span>
              </Target>
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
