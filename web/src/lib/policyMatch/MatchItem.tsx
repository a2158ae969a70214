/** One policy item with its verdict: how much, why not, what would change that. Plain markup, for the portal too. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { AmountSteps } from "./AmountSteps";
import styles from "./policyMatch.module.css";
import { Tag } from "./Tag";
import { amountLine, GROUP, groupOf, type Match, reasons, steps } from "./words";

type Props = {
  item: Match;
  /** Stands beside the title: what the reader can do with the item. */
  action?: ReactNode;
  /** It is applied for: what the rules say of it is not to be expected once more. */
  had?: boolean;
};

export function MatchItem({ item, action, had = false }: Props) {
  const group = groupOf(item);
  const line = had ? null : amountLine(item);
  const why = had ? [] : reasons(item);
  const ways = had ? [] : steps(item);
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <div className={styles.name}>
          <h3>
            <Link to={paths.policy(item.id)}>{item.title}</Link>
          </h3>
          <p className={styles.by}>{item.department}</p>
        </div>
        {!had && <Tag {...GROUP[group]} />}
      </div>
      {line ? (
        <p className={styles.amount}>
          {line.figure && <strong className="num">{line.figure}</strong>}
          <span>{line.note}</span>
        </p>
      ) : (
        <p className={styles.benefit}>{item.benefit}</p>
      )}
      {why.length > 0 && (
        <ul className={styles.why}>
          {why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <details className={styles.more}>
          <summary>怎样才能符合</summary>
          <ol>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ol>
        </details>
      )}
      {item.amount && !had && <AmountSteps amount={item.amount} />}
      {action && <div className={styles.action}>{action}</div>}
    </article>
  );
}
