/** What was used to tell: each value with who says so and of which day, and where it is mended. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { POLICY_ORIGIN } from "@/labels/policies";
import { formatDate } from "@/lib/dates";
import { MISSING } from "@/lib/money";
import styles from "./policyMatch.module.css";

type Value = Schema<"PolicyMatchValue">;

/** `mend` leads to where a value is filled in or changed. */
export function UsedValues({
  values,
  mend,
}: {
  values: readonly Value[];
  mend?: (value: Value) => ReactNode;
}) {
  return (
    <dl className={styles.values}>
      {values.map((value) => (
        <div key={value.field}>
          <dt>{value.name}</dt>
          <dd>
            <span className={value.value === null ? styles.absent : undefined}>
              {value.value ?? `${MISSING} 未填写`}
            </span>
            {value.origin && (
              <small>
                {POLICY_ORIGIN[value.origin]}
                {value.date && ` · ${formatDate(value.date)}`}
              </small>
            )}
            {mend && <span className={styles.mend}>{mend(value)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
