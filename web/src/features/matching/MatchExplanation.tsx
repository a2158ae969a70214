/** A score with its parts, what similar firms chose, and what each rule said: met, or not known yet. */
import type { Schema } from "@/api/types";
import { MATCH_PART } from "@/labels/matching";
import styles from "./matching.module.css";

type Props = {
  score: number;
  parts: Schema<"MatchPoints">[];
  reasons: Schema<"MatchReason">[];
  similar: string | null;
};

export function MatchExplanation({ score, parts, reasons, similar }: Props) {
  return (
    <>
      <p className={styles.matchScore}>
        匹配度 <strong className="num">{score}</strong> 分
      </p>
      {similar && <p className={styles.matchFacts}>{similar}。</p>}
      <details className={styles.matchWhy}>
        <summary>匹配依据</summary>
        <ul className={styles.matchParts}>
          {parts.map(({ part, points }) => (
            <li key={part}>
              {MATCH_PART[part]} <span className="num">{points}</span> 分
            </li>
          ))}
        </ul>
        <ul className={styles.matchReasons}>
          {reasons.map((reason) => (
            <li key={reason.text}>
              {reason.met === true ? "符合" : reason.met === false ? "不符合" : "待核实"}：{reason.text}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
