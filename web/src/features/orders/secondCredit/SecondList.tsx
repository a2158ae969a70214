/** The list of second credits, the same for both sides. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options } from "@/labels/label";
import { SECOND_KIND, SECOND_SIDE, SECOND_STATE } from "@/labels/second";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { secondsQuery } from "./secondQueries";

const RUNNING = { true: true, false: false };

const TABS = [
  { value: undefined, label: "全部" },
  { value: "true", label: "进行中" },
  { value: "false", label: "已结束" },
];

const COLUMNS: Column<Schema<"SecondCreditView">>[] = [
  { key: "no", title: "编号", primary: true, render: (row) => row.no },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={SECOND_STATE[row.state]} />,
  },
  { key: "kind", title: "类型", render: (row) => SECOND_KIND[row.kind] },
  { key: "by", title: "提出方", render: (row) => SECOND_SIDE[row.asked_by] },
  { key: "first", title: "原对接单", render: (row) => row.first_order_no },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: (row) => <Money fen={row.wanted.amount} bare />,
  },
  { key: "due", title: "时限", render: (row) => <DueText due={row.due} short /> },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

const INSTITUTION: Column<Schema<"SecondCreditView">> = {
  key: "institution",
  title: "机构",
  render: (row) => row.institution_name,
};

/** Whose loan it is; none whose consent has ended. */
const ENTERPRISE: Column<Schema<"SecondCreditView">> = {
  key: "enterprise",
  title: "企业",
  wide: true,
  render: (row) => row.enterprise_name ?? "授权有效期内可见",
};

const [first, state, ...others] = COLUMNS;
const INSTITUTIONS = [first, state, ENTERPRISE, ...others].filter((column) => column !== undefined);

type Props = { side: Schema<"SecondSide">; path: (id: string) => string };

export function SecondList({ side, path }: Props) {
  const list = useListParams();
  const state = oneOf(list.filters.state, SECOND_STATE);
  const chosen = oneOf(list.filters.running, RUNNING);
  const running = chosen && RUNNING[chosen];
  const query = useQuery(secondsQuery(side, { state, running, page: list.page, size: list.size }));
  return (
    <>
      <div className="filter-row">
        <FilterTabs
          label="二次授信范围"
          tabs={TABS}
          value={chosen}
          onChange={(next) => list.setFilters({ running: next })}
        />
        <FilterSelect
          aria-label="按状态筛选"
          placeholder="全部状态"
          value={state}
          options={options(SECOND_STATE)}
          onChange={(next?: Schema<"SecondState">) => list.setFilters({ state: next })}
        />
      </div>
      <Card flush>
        <DataTable
          caption="二次授信列表"
          columns={side === "enterprise" ? [...COLUMNS, INSTITUTION] : INSTITUTIONS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => path(row.id)}
          empty={
            <EmptyState title="没有二次授信" hint="已放款并完成的对接单，可以在对接单页面提出二次授信。" />
          }
        />
      </Card>
    </>
  );
}
