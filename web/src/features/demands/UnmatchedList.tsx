/** 未匹配需求: demands that nobody has answered, or that were closed for it; without names. */

import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { DEMAND_STATE, FINANCING_KIND, USE_KIND } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money, Rate } from "@/ui/Values";

const COLUMNS: Column<Schema<"UnmatchedDemand">>[] = [
  { key: "no", title: "需求编号", primary: true, render: ({ demand }) => demand.no },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: ({ demand }) => <StatusTag label={DEMAND_STATE[demand.state]} />,
  },
  { key: "industry", title: "行业", render: ({ demand }) => maskedIndustry(demand) },
  { key: "kind", title: "类型", render: ({ demand }) => FINANCING_KIND[demand.kind].text },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: ({ demand }) => <Money fen={demand.amount} bare />,
  },
  {
    key: "term",
    title: "期限（月）",
    numeric: true,
    render: ({ demand }) => <Count value={demand.term_months} />,
  },
  {
    key: "rate",
    title: "最高年利率",
    numeric: true,
    render: ({ demand }) => <Rate rate={demand.rate_max} />,
  },
  { key: "use", title: "用途", render: ({ demand }) => textOf(USE_KIND, demand.use_kind) },
  { key: "published", title: "公开日期", render: ({ demand }) => <DateText value={demand.published_at} /> },
  { key: "since", title: "未匹配自", render: (row) => <DateText value={row.since} /> },
];

export function UnmatchedList() {
  const words = useLimits();
  const list = useListParams();
  const { page, size } = list;
  const query = useQuery(listQuery("demands", "/oversight/unmatched-demands", { query: { page, size } }));
  return (
    <Card flush>
      <DataTable
        caption="未匹配的融资需求"
        columns={COLUMNS}
        query={query}
        list={list}
        rowKey={({ demand }) => demand.id}
        empty={
          <EmptyState
            title="没有未匹配的需求"
            hint={words("公开 {unanswered_days} 个工作日仍无机构报价的需求会列在这里。")}
          />
        }
      />
    </Card>
  );
}
