/** 派单: to which institutions the platform has offered a demand, round by round, why, and what they said. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { ORDER_STATE } from "@/labels/finance";
import { MATCH_PART } from "@/labels/matching";
import { bpToPercent } from "@/lib/money";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import styles from "./matching.module.css";
import { anyDispatchesQuery, dispatchesQuery } from "./queries";
import { RematchButton } from "./RematchButton";

/** To whom one of the own demands was offered; while it is `running`, others may be asked. */
export function OwnDispatches({ demand, running }: { demand: string; running: boolean }) {
  const query = useQuery(dispatchesQuery(demand));
  return <Rounds query={query} action={running ? <RematchButton demand={demand} /> : null} />;
}

/** The same for the operator. */
export function DispatchesOf({ demand }: { demand: string }) {
  return <Rounds query={useQuery(anyDispatchesQuery(demand))} />;
}

function Rounds({ query, action }: { query: UseQueryResult<Schema<"DispatchRound">[]>; action?: ReactNode }) {
  return (
    <Card title="平台推送">
      <Loaded query={query} rows={3}>
        {(rounds) => (
          <>
            {rounds.length === 0 && <p className="card-note">没有派单，需求直接向全部认证机构公开。</p>}
            {rounds.map((round) => (
              <Round key={round.at} round={round} />
            ))}
            {action}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Round({ round }: { round: Schema<"DispatchRound"> }) {
  return (
    <section className={styles.dispatchRound}>
      <h3>
        {round.round > 0 ? `第 ${round.round} 轮` : "追加推送"}
        <span className="card-note">
          <DateText value={round.at} mode="time" />
          ，比对 {round.considered} 个产品
          {round.full > 0 && `，${round.full} 家机构已满未派`}
          {round.replayed !== null && (round.replayed ? "，按留档重算结果一致" : "，按留档重算结果不一致")}
        </span>
      </h3>
      <ul className={styles.matchList}>
        {round.institutions.map((one) => (
          <li key={one.institution_id}>
            <div className={styles.matchHead}>
              <strong>{one.institution_name}</strong>
              {one.state && <StatusTag label={ORDER_STATE[one.state]} />}
            </div>
            <p className={`${styles.matchFacts} num`}>
              {one.product_name}，匹配度 {one.score} 分（
              {one.parts.map(({ part, points }) => `${MATCH_PART[part]} ${points}`).join("、")}）
              {one.beyond_cap !== null && `；近 30 天份额 ${bpToPercent(one.beyond_cap)}%，因匹配度领先入选`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
