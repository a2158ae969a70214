/**
 * A page about one thing that has a state. Its head says what has to be done now: how far it has come, whose turn it is and
 * until when, one button, and the facts in large figures; below follows the content.
 */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { dueWords, WORKING_TIME } from "@/lib/dueWords";
import { PageHeader } from "../PageHeader";
import { StepTrack } from "../StepTrack";
import { DateText } from "../Values";
import { type KeyFigure, KeyFigures } from "./KeyFigures";
import styles from "./now.module.css";

/** `at`: the step that is being done, or as many as there are when all is done. */
export type Track = { steps: readonly string[]; at: number; stopped?: boolean };

/** Who has to act: the reader, or another in words. */
export type Turn = { who: string; mine?: boolean };

export const YOUR_TURN: Turn = { who: "您", mine: true };

/** What the head says; nothing while it is not known yet. */
export type Now = {
  /** One plain sentence: what happens next. */
  next?: ReactNode;
  track?: Track;
  /** None when nobody has to act any more. */
  turn?: Turn | null;
  due?: Schema<"Due"> | null;
  figures?: readonly KeyFigure[];
};

type Props = {
  title: string;
  /** The state in words. */
  status?: ReactNode;
  back?: { to: string; label: string };
  /** Links on the right of the title. */
  extra?: ReactNode;
  now?: Now;
  /** NowActions, with the dialogs behind them. */
  actions?: ReactNode;
  children: ReactNode;
};

export function NowPage({ title, status, back, extra, now, actions, children }: Props) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} status={status} back={back} extra={extra} />
      {now?.track && (
        <div className={styles.track}>
          <StepTrack
            at={now.track.at}
            steps={now.track.steps.map((step) => ({ key: step, title: step }))}
            stopped={now.track.stopped}
            compact
          />
        </div>
      )}
      {now && (
        // biome-ignore lint/a11y/useSemanticElements: it is no group of fields.
        <div className={styles.line} role="group" aria-label="现在要做什么">
          {now.turn && (
            <strong className={now.turn.mine ? `${styles.turn} ${styles.mine}` : styles.turn}>
              轮到{now.turn.who}
            </strong>
          )}
          {now.due && <Clock due={now.due} />}
          {now.next && <p className={styles.next}>{now.next}</p>}
        </div>
      )}
      {/* One place in the tree for both screens, so that an open dialog and what was typed in it outlive a turn of it. */}
      {actions && <div className={styles.place}>{actions}</div>}
      {now?.figures && <KeyFigures figures={now.figures} />}
      {children}
    </div>
  );
}

const CLOCK = {
  neutral: styles.clock,
  warn: `${styles.clock} ${styles.soon}`,
  err: `${styles.clock} ${styles.over}`,
};

function Clock({ due }: { due: Schema<"Due"> }) {
  const { text, tone } = dueWords(due.days_left);
  return (
    <span className={CLOCK[tone]} title={WORKING_TIME}>
      <strong>{text}</strong>
      <span className={styles.until}>
        至 <DateText value={due.at} mode="time" />
      </span>
    </span>
  );
}
