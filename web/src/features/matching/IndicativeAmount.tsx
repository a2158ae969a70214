/** 意向额度 of one product, with the own values that went in and every line of the computation. */
import type { Schema } from "@/api/types";
import { indicativeText } from "@/labels/indicative";
import { sheetInputText } from "@/labels/products";
import styles from "./matching.module.css";

export function IndicativeAmount({ of }: { of: Schema<"Indicative"> }) {
  const told = of.inputs.length > 0 || of.lines.length > 0;
  return (
    <>
      <p className={of.state === "computed" ? `${styles.matchAmount} num` : styles.matchFacts}>
        {indicativeText(of)}
      </p>
      {told && (
        <details className={styles.matchWhy}>
          <summary>测算依据</summary>
          <p className="card-note">
            按企业档案和本需求的数据，用产品第 {of.number} 版的规则测算；只有贵企业能看到，不会提供给机构。
          </p>
          <ul className={styles.matchParts}>
            {of.inputs.map((input) => (
              <li key={input.name}>
                {input.name} <span className="num">{sheetInputText(input)}</span>
              </li>
            ))}
          </ul>
          {of.lines.length > 0 && (
            <ul className={styles.matchReasons}>
              {of.lines.map(({ name, value }) => (
                <li key={name}>
                  {name} = <span className="num">{value}</span>
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </>
  );
}
