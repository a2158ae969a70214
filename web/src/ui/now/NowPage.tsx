/**
 * A page about one thing that has a state. Its head says what has to be done now: how far it has come, whose turn it is and
 * until when, one button, and the facts in large figures; below follows the content.
 */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { formatTime } from "@/lib/dates";
import { dueWords, WORKING_TIME } from "@/lib/dueWords";
import { now } from "@/lib/now";
import { PageHeader } from "../PageHeader";
import { StepTrack } from "../StepTrack";
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

export function NowPage({ title, status, back, extra, now: said, actions, children }: Props) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} status={status} back={back} extra={extra} />
      {said?.track && (
        <div className={styles.track}>
          <StepTrack
            at={said.track.at}
            steps={said.track.steps.map((step) => ({ key: step, title: step }))}
            stopped={said.track.stopped}
            compact
          />
        </div>
      )}
      {said && (
        // biome-ignore lint/a11y/useSemanticElements: it is no group of fields.
        <div className={styles.line} role="group" aria-label="现在要做什么">
          {said.turn && (
            <strong className={said.turn.mine ? `${styles.turn} ${styles.mine}` : styles.turn}>
              轮到{said.turn.who}
            </strong>
          )}
          {said.due && <Clock due={said.due} />}
          {said.next && <p className={styles.next}>{said.next}</p>}
        </div>
      )}
      {/* One place in the tree for both screens, so that an open dialog and what was typed in it outlive a turn of it. */}
      {actions && <div className={styles.place}>{actions}</div>}
      {said?.figures && <KeyFigures figures={said.figures} />}
      {/* Another one than while nothing was known: what comes below the head begins there, and has not moved. */}
      <div key={said ? "known" : "unknown"} className={styles.content}>
        {children}
      </div>
    </div>
  );
}

/** Without the year while it is this one. */
function untilText(at: string): string {
  const [end, today] = [formatTime(at), formatTime(now().toISOString())];
  return end.slice(0, 5) === today.slice(0, 5) ? end.slice(5) : end;
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
      <time className={`${styles.until} num`} dateTime={due.at}>
        至 {untilText(due.at)}
      </time>
    </span>
  );
}
