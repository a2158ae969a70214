/** 评分权重: the dated tables, and the writing of the next one. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { INDICATOR, SCORE_GROUP, SCORE_STAGE } from "@/labels/score";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { valueText } from "@/ui/ScoreParts";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { wholeList } from "@/ui/wholeList";
import { tablesQuery } from "./queries";
import { GROUPS, STAGES, unitOf } from "./tableDraft";

const WeightEditor = lazyPart(() => import("./WeightEditor").then((m) => m.WeightEditor));

const COLUMNS: Column<Schema<"WeightRow">>[] = [
  { key: "indicator", title: "指标", primary: true, render: (row) => INDICATOR[row.indicator] },
  { key: "group", title: "类别", render: (row) => SCORE_GROUP[GROUPS[row.indicator]] },
  {
    key: "weight",
    title: "权重",
    badge: true,
    numeric: true,
    render: (row) => <span className="num">{row.weight}</span>,
  },
  {
    key: "low",
    title: "零分值",
    numeric: true,
    render: (row) => <span className="num">{valueText(row.low, unitOf(row.indicator))}</span>,
  },
  {
    key: "full",
    title: "满分值",
    numeric: true,
    render: (row) => <span className="num">{valueText(row.full, unitOf(row.indicator))}</span>,
  },
];

export function WeightTables() {
  const [editing, setEditing] = useState<{ from: Schema<"ScoreTableView">; fresh: boolean } | null>(null);
  const query = useQuery(tablesQuery);
  return (
    <Loaded query={query} rows={10}>
      {(tables) => {
        const current = tables.find((table) => table.in_force) ?? tables[0];
        if (!current) return <EmptyState title="没有权重表" />;
        if (editing)
          return (
            <WeightEditor
              key={`${editing.from.effective_on}-${editing.fresh}`}
              from={editing.from}
              fresh={editing.fresh}
              onDone={() => setEditing(null)}
            />
          );
        return (
          <>
            {!current.official && (
              <p className="notice tone-warn form-note">
                现行的是平台示范权重，不是官方权重。取得国家创新积分制正式附件后，请新增一张权重表录入并注明来源。
              </p>
            )}
            <Card
              title="权重表"
              extra={
                <Button type="primary" onClick={() => setEditing({ from: current, fresh: true })}>
                  新增权重表
                </Button>
              }
            >
              <ul className="link-list">
                {tables.map((table) => (
                  <li key={table.effective_on}>
                    <span className="num">{table.effective_on}</span> 起 · {table.source}{" "}
                    {table.in_force && <StatusTag tone="ok">现行</StatusTag>}{" "}
                    <StatusTag tone={table.official ? "info" : "neutral"}>
                      {table.official ? "官方权重" : "示范权重"}
                    </StatusTag>{" "}
                    {table.editable && (
                      <Button
                        size="small"
                        onClick={() => setEditing({ from: table, fresh: false })}
                        aria-label={`修改 ${table.effective_on} 起的权重表`}
                      >
                        修改
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
            <Shown table={current} />
          </>
        );
      }}
    </Loaded>
  );
}

function Shown({ table }: { table: Schema<"ScoreTableView"> }) {
  const [stage, setStage] = useState<Schema<"ScoreStage">>("startup");
  return (
    <>
      <FilterTabs
        label="阶段"
        tabs={STAGES.map((value) => ({ value, label: SCORE_STAGE[value] }))}
        value={stage}
        onChange={(next) => setStage((next as Schema<"ScoreStage"> | undefined) ?? "startup")}
      />
      <Card title={`现行权重：${SCORE_STAGE[stage]}`} flush>
        <DataTable
          caption={`${SCORE_STAGE[stage]}的权重`}
          columns={COLUMNS}
          {...wholeList(table.table.rows.filter((row) => row.stage === stage))}
          rowKey={(row) => row.indicator}
          empty={<EmptyState title="没有权重" />}
        />
      </Card>
    </>
  );
}
