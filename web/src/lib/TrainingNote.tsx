/** On a server for training every page says what time it is there; beside it stands what the operator can do about it. */
import type { ReactNode } from "react";
import { useTrainingTime } from "@/api/settings";
import { formatTime } from "./dates";
import styles from "./TrainingNote.module.css";

export function TrainingNote({ children }: { children?: ReactNode }) {
  const { time, days } = useTrainingTime();
  if (time === null) return null;
  return (
    <aside className={styles.note} aria-label="演示与培训环境">
      <span>
        演示与培训环境
        {days > 0 && `，平台时间 ${formatTime(time)}，比实际时间提前 ${days} 天`}
      </span>
      {children && <div className={styles.place}>{children}</div>}
    </aside>
  );
}
