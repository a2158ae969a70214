/** How an amount came about, step by step: data, formula, rounding, cap, floor. */
import type { Schema } from "@/api/types";
import styles from "./policyMatch.module.css";

export function AmountSteps({ amount }: { amount: Schema<"PolicyCalculation"> }) {
  if (amount.steps.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>金额是怎么算的</summary>
      <ol>
        {amount.steps.map(({ name, text }) => (
          <li key={`${name}${text}`}>
            <span className={styles.step}>{name}</span>
            {text}
          </li>
        ))}
      </ol>
    </details>
  );
}
