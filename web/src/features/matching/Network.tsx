/** 复杂网络: how it was last computed, how each method did on hidden links, and a button to compute it anew. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { methodText, NETWORK_SIDE } from "@/labels/matching";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { networkQuery, ratio, secondsText, separation } from "./network";

export function Network() {
  return (
    <Loaded query={useQuery(networkQuery)} rows={10}>
      {(view) => (
        <div className="stack">
          <RunCard view={view} />
          {view.graphs.map((graph) => (
            <GraphCard key={graph.side} graph={graph} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

function RunCard({ view }: { view: Schema<"NetworkView"> }) {
  const queryClient = useQueryClient();
  const ask = useIntent(
    (_: undefined, headers) => unwrap(api.POST("/operator/matching/network", { headers })),
    { onSuccess: (next) => queryClient.setQueryData(networkQuery.queryKey, next) },
  );
  const waiting = view.asked || view.at === null;
  const action = (
    <Button loading={waiting || ask.isPending} onClick={() => ask.mutate(undefined)}>
      {waiting ? "正在计算" : "重新计算"}
    </Button>
  );
  return (
    <Card title="最近一次计算" extra={action}>
      <div className="stack">
        <p>
          把企业与产品、机构之间的申请、抢单、达成和放款连成网络，按结果和时间加权，推算情况相近的企业会选择什么；没有记录的新企业按所在分群推算。系统每天自动重新计算，记录较少时每小时一次。
        </p>
        {view.at !== null && (
          <Descriptions
            items={[
              { label: "计算时间", value: <DateText value={view.at} mode="time" /> },
              { label: "用时", value: <span className="num">{secondsText(view)}</span> },
              { label: "历史记录减半天数", value: <span className="num">{view.half_life} 天</span> },
              {
                label: "企业分群",
                value: (
                  <span className="num">
                    {view.firms} 家企业分为 {view.clusters} 群，{separation(view.silhouette)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </div>
    </Card>
  );
}

const COLUMNS: Column<Schema<"MethodTrial">>[] = [
  { key: "method", title: "方法", primary: true, render: (row) => methodText(row.method) },
  { key: "r", title: "平均排位 r（越小越好）", numeric: true, render: (row) => ratio(row.ranking_score) },
  { key: "p", title: "前 20 位命中率 P@20", numeric: true, render: (row) => ratio(row.precision) },
  {
    key: "chosen",
    title: "采用",
    badge: true,
    render: (row) => (row.chosen ? <StatusTag tone="ok">采用</StatusTag> : null),
  },
];

/** Of fewer, twenty are a great part, and every method finds them. */
const FEW = 100;

function GraphCard({ graph }: { graph: Schema<"NetworkGraph"> }) {
  const items = graph.side === "products" ? "个产品" : "家机构";
  return (
    <Card title={NETWORK_SIDE[graph.side]}>
      <p className="num">
        {graph.firms} 家企业、{graph.items} {items}，{graph.links} 条联系。
      </p>
      {graph.trials.length === 0 ? (
        <p className="card-note">联系满 100 条后评估各种方法；目前使用平台自带的组合。</p>
      ) : (
        <>
          <p className="card-note">
            隐藏一成联系，看各种方法能把它们排到多前：r 是被隐藏的对象在全部候选中的平均位置，P@20 是前 20
            位中被隐藏对象的比例。
            {graph.items < FEW && `${items.slice(1)}不足 ${FEW} 个时，P@20 差别不大，以 r 为准。`}
          </p>
          <DataTable
            caption={`${NETWORK_SIDE[graph.side]}的方法评估`}
            columns={COLUMNS}
            rowKey={(row) => row.method ?? "blend"}
            empty={null}
            {...wholeList(graph.trials)}
          />
        </>
      )}
    </Card>
  );
}
