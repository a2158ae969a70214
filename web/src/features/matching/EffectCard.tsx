/** What other settings would have done with the dispatches of the last thirty days. */
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import styles from "./matching.module.css";

const difference = ({ before, after }: Schema<"ShareEffect">) =>
  after === before ? "不变" : `${after > before ? "+" : ""}${after - before}`;

const COLUMNS: Column<Schema<"ShareEffect">>[] = [
  { key: "name", title: "机构", primary: true, render: (row) => row.institution_name },
  { key: "before", title: "现行设置（次）", numeric: true, render: (row) => row.before },
  { key: "after", title: "新设置（次）", numeric: true, render: (row) => row.after },
  { key: "difference", title: "变化", numeric: true, badge: true, render: difference },
];

export function EffectCard({ effect }: { effect: Schema<"TuningEffect"> }) {
  if (effect.rounds === 0)
    return (
      <Card title="对近 30 天派单的影响">
        <EmptyState title="近 30 天没有派单" hint="没有可以重算的记录，保存后从下一次匹配起生效。" />
      </Card>
    );
  return (
    <Card title="对近 30 天派单的影响">
      <p role="status">
        用 <DateText value={effect.since} /> 以来最近的 {effect.rounds} 轮派单重算：
        <strong>
          {effect.changed === 0
            ? "推送的机构都不变。"
            : `${effect.changed} 轮会推送给不同的机构，共 ${effect.moved} 次推送改变。`}
        </strong>
      </p>
      {effect.tags.rounds > 0 && (
        <p>
          其中 {effect.tags.rounds} 轮的需求带有自评标签，且企业已在推送的机构中选定一家：计入标签时，
          {effect.tags.with_tags} 轮的首选就是企业选定的机构；不计标签时为 {effect.tags.without_tags} 轮。
        </p>
      )}
      <DataTable
        caption="各机构派单次数的变化"
        columns={COLUMNS}
        rowKey={(row) => row.institution_id}
        empty={null}
        {...wholeList(effect.shares)}
      />
      {effect.examples.length > 0 && (
        <section aria-labelledby="effect-examples">
          <h3 id="effect-examples">会改变的派单</h3>
          <ul className={styles.matchList}>
            {effect.examples.map((round) => (
              <li key={`${round.demand_id}-${round.round}`}>
                <Example round={round} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

const words = (picks: Schema<"RoundEffect">["before"]) =>
  picks.map((pick) => `${pick.institution_name} ${pick.score} 分`).join("、") || "无";

function Example({ round }: { round: Schema<"RoundEffect"> }) {
  return (
    <>
      <strong className="num">
        {round.demand_no}（{round.round > 0 ? `第 ${round.round} 轮` : "追加推送"}）
      </strong>
      <p>现行设置：{words(round.before)}</p>
      <p>新设置：{words(round.after)}</p>
    </>
  );
}
