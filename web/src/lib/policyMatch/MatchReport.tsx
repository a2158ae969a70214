/** All open items in groups, with the sum of what can be had; printed with the data that it rests on. */
import { type ReactNode, useRef } from "react";
import type { Schema } from "@/api/types";
import { formatDate } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { printPart } from "@/lib/printPart";
import { MatchItem } from "./MatchItem";
import styles from "./policyMatch.module.css";
import { UsedValues } from "./UsedValues";
import { eligibleTotal, GROUP, grouped, headline, type Match } from "./words";

type Props = {
  found: Schema<"PolicyMatches">;
  /** Whose data it rests on, for the paper. */
  subject: string;
  mend?: (value: Schema<"PolicyMatchValue">) => ReactNode;
  action?: (item: Match) => ReactNode;
  /** What is applied for already: it stands by itself, and is not reckoned among what can still be had. */
  held?: (item: Match) => boolean;
};

export function MatchReport({ found, subject, mend, action, held = () => false }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const applied = found.items.filter(held);
  const open = found.items.filter((item) => !held(item));
  const head = headline(open);
  const total = eligibleTotal(open);
  const known = found.values.filter(({ value }) => value !== null);
  return (
    <div ref={sheet} className={styles.report}>
      <div className="paper-only">
        <h1>政策匹配报告</h1>
        <p>
          {subject}，{formatDate(found.day)}{" "}
          生成。按政府部门已发布的条件和标准测算，仅供参考，以部门审核为准。
        </p>
      </div>
      <div className={styles.summary}>
        {open.length > 0 && (
          <p>
            <span>{head.before}</span>
            <strong className="num">{head.count}</strong>
            <span>{head.after}</span>
          </p>
        )}
        {total > 0 && (
          <p>
            <span>预计合计</span>
            <strong className="num">{moneyText(total, "wan")}</strong>
          </p>
        )}
        <button type="button" className="plain-button" onClick={() => printPart(sheet.current)}>
          打印报告
        </button>
      </div>
      {grouped(open).map(({ group, items }) => (
        <section key={group} className={styles.group} aria-label={GROUP[group].text}>
          <h2>
            {GROUP[group].text}
            <span className="num">{items.length}</span>
          </h2>
          {items.map((item) => (
            <MatchItem key={item.id} item={item} action={action?.(item)} />
          ))}
        </section>
      ))}
      {applied.length > 0 && (
        <section className={styles.group} aria-label="已申请">
          <h2>
            已申请<span className="num">{applied.length}</span>
          </h2>
          {applied.map((item) => (
            <MatchItem key={item.id} item={item} action={action?.(item)} had />
          ))}
        </section>
      )}
      {found.items.length === 0 && <p className={styles.benefit}>目前没有正在办理的政策事项。</p>}
      {found.more && (
        <p className={styles.benefit}>事项较多，这里只比对最近发布的 {found.items.length} 项。</p>
      )}
      {(mend || known.length > 0) && (
        <section className={mend ? styles.group : "paper-only"}>
          <h2>依据的数据</h2>
          <UsedValues values={mend ? found.values : known} mend={mend} />
        </section>
      )}
      <p className={styles.hint}>
        同一支出不重复享受；结果按公布的条件和标准测算，仅供参考，以部门审核为准。
      </p>
    </div>
  );
}
