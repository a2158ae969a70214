/** The conditions of one item, each with its verdict and by how much it fails. */
import type { Schema } from "@/api/types";
import styles from "./policyMatch.module.css";
import { Tag } from "./Tag";
import { partLines, VERDICT } from "./words";

export function Conditions({ parts }: { parts: readonly Schema<"PolicyJudged">[] }) {
  if (parts.length === 0) return <p className={styles.benefit}>没有其他条件。</p>;
  return (
    <ul className={styles.conditions}>
      {partLines(parts).map((line) => (
        <li key={line.path} style={{ marginInlineStart: `${Math.max(0, line.depth - 1)}rem` }}>
          <Tag {...VERDICT[line.verdict]} />
          <span>
            {line.isGroup ? <strong>{line.text}</strong> : line.text}
            {!line.isGroup && line.told && <span className={styles.told}>{line.told}</span>}
            {line.evidence && <span className={styles.told}>以{line.evidence}为准</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
