/** The own demands, filtered by state and words in the URL. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getEnterpriseDemands } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { DEMAND_STATE, FINANCING_KIND, USE_KIND } from "@/labels/finance";
import { options, textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { ListSearch } from "@/ui/ListSearch";
import { NothingFound } from "@/ui/NothingFound";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money } from "@/ui/Values";
import { demandsQuery } from "./queries";

const TABS = [
  { value: undefined, label: "全部" },
  ...options<Schema<"DemandState">>(DEMAND_STATE).filter(({ value }) =>
    ["draft", "reviewing", "returned", "open", "negotiating", "agreed", "fulfilled"].includes(value),
  ),
];

const COLUMNS: Column<Schema<"DemandView">>[] = [
  { key: "no", title: "编号", primary: true, render: (row) => row.no },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={DEMAND_STATE[row.state]} />,
  },
  {
    key: "amount",
    title: "融资金额（万元）",
    numeric: true,
    render: (row) => <Money fen={row.amount} bare />,
  },
  { key: "kind", title: "类型", render: (row) => FINANCING_KIND[row.kind].text },
  { key: "term", title: "期限（月）", numeric: true, render: (row) => <Count value={row.term_months} /> },
  { key: "use", title: "用途", render: (row) => textOf(USE_KIND, row.use_kind) },
  {
    key: "live",
    title: "对接机构",
    numeric: true,
    render: (row) => <Count value={row.live_orders} unit="家" />,
  },
  {
    key: "paid",
    title: "已放款（万元）",
    numeric: true,
    hideOnPhone: true,
    render: (row) => <Money fen={row.disbursed_amount} bare />,
  },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

type Props = { rowLink: (id: string) => string; publish: ReactNode };

export function DemandList({ rowLink, publish }: Props) {
  const list = useListParams();
  const state = oneOf(list.filters.state, DEMAND_STATE);
  const { q } = list.filters;
  const query = useQuery(demandsQuery({ state, q, page: list.page, size: list.size }));
  return (
    <>
      <div className="filter-row">
        <FilterTabs
          label="按状态筛选"
          tabs={TABS}
          value={state}
          onChange={(value) => list.setFilters({ state: value })}
        />
        <ListSearch by="编号或需求内容" maxLength={getEnterpriseDemands.q.max} list={list} />
      </div>
      <Card flush>
        <DataTable
          caption="融资需求列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            state || q ? (
              <NothingFound of="需求" list={list} />
            ) : (
              <EmptyState
                title="还没有融资需求"
                hint="发布需求并通过审核后，认证机构会来报价；确认对接之前，机构看不到企业名称。"
                action={publish}
              />
            )
          }
        />
      </Card>
    </>
  );
}
