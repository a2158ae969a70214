/** The market in totals (tier 0): all that an institution sees before it is certified. */
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/market";
import type { Schema } from "@/api/types";
import { AMOUNT_BAND } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { othersNote } from "@/lib/apart";
import { formatTime } from "@/lib/dates";
import { formatCount } from "@/lib/money";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import styles from "./market.module.css";

const BANDS = Object.keys(AMOUNT_BAND) as Schema<"AmountBand">[];

/** Industries with the most demands first. */
function bySection(groups: readonly Schema<"MarketOverview">["groups"][number][]) {
  return (Object.keys(SECTION) as Schema<"IndustrySection">[])
    .map((section) => {
      const own = groups.filter((group) => group.section === section);
      const sum = (rows: readonly Schema<"MarketOverview">["groups"][number][]) =>
        rows.reduce((total, row) => total + row.count, 0);
      const bands = BANDS.map((band) => ({
        band,
        count: sum(own.filter((group) => group.amount_band === band)),
      })).filter((item) => item.count > 0);
      return { section, total: sum(own), bands };
    })
    .filter((row) => row.total > 0)
    .sort((a, b) => b.total - a.total);
}

export function MarketTotals() {
  const query = useQuery(overviewQuery);
  return (
    <Card title="市场概览（汇总数据）">
      <Loaded query={query}>
        {(overview) => {
          const rows = bySection(overview.groups);
          if (rows.length === 0 && overview.others === 0)
            return <EmptyState title="暂无公开的融资需求" hint="企业发布并通过审核后会出现在这里。" />;
          const others = othersNote(overview.others, rows.length > 0);
          return (
            <>
              <p className={styles.totalsNote}>
                数据截至 {formatTime(overview.at)}，只显示各行业的需求数量。
              </p>
              <ul className={styles.totals}>
                {rows.map((row) => (
                  <li key={row.section}>
                    <p className={styles.totalsHead}>
                      <strong>{SECTION[row.section]}</strong>
                      <span className="num">{formatCount(row.total)} 项</span>
                    </p>
                    <p className={styles.totalsBands}>
                      {row.bands.map((item) => `${AMOUNT_BAND[item.band]} ${item.count} 项`).join(" · ")}
                    </p>
                  </li>
                ))}
              </ul>
              {others && <p className={styles.totalsNote}>{others}</p>}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
