/** Everything that waits for the operator, and what has been decided. */
import { useQuery } from "@tanstack/react-query";
import { listQuery, readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { options } from "@/labels/label";
import { REVIEW_KIND, REVIEW_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";

const COLUMNS: Column<Schema<"ReviewItem">>[] = [
  { key: "title", title: "事项", primary: true, render: (row) => row.title },
  { key: "kind", title: "类别", render: (row) => REVIEW_KIND[row.kind] },
  { key: "organization", title: "单位", render: (row) => row.organization_name },
  { key: "round", title: "提交次数", numeric: true, render: (row) => `第 ${row.round} 次` },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={REVIEW_STATE[row.state]} />,
  },
  { key: "submitted", title: "提交时间", render: (row) => <DateText value={row.submitted_at} mode="time" /> },
];

const WAITING: Column<Schema<"ReviewItem">>[] = [
  { key: "due", title: "审核时限", render: (row) => <DueText due={row.due} short /> },
];

const DECIDED: Column<Schema<"ReviewItem">>[] = [
  { key: "decided", title: "办结时间", render: (row) => <DateText value={row.decided_at} mode="time" /> },
  { key: "by", title: "经办人", render: (row) => row.decided_by ?? "—" },
];

const LINKS: Record<Schema<"ReviewKind">, (id: string) => string> = {
  organization: paths.operator.organization,
  demand: paths.operator.demand,
  certification: paths.operator.certification,
  rating_appeal: paths.operator.ratingAppeal,
  product: paths.operator.product,
  second_credit: paths.operator.secondCredit,
};

export function ReviewQueue() {
  const list = useListParams();
  const kind: Schema<"ReviewKind"> | undefined = oneOf(list.filters.kind, REVIEW_KIND);
  const state: Schema<"ReviewState"> = oneOf(list.filters.state, REVIEW_STATE) ?? "waiting";
  const { page, size } = list;
  const query = useQuery({
    ...listQuery("reviews", "/operator/reviews", { query: { kind, state, page, size } }),
    refetchInterval: 60_000,
  });
  const counts = useQuery({ ...readQuery("reviews", "/operator/reviews/counts"), refetchInterval: 60_000 });
  const waiting = counts.data;
  const all = waiting && Object.values(waiting).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <FilterTabs
        label="审核类别"
        tabs={[
          { value: undefined, label: "全部待审", count: all },
          ...options(REVIEW_KIND).map((tab) => ({ ...tab, count: waiting?.[tab.value] })),
        ]}
        value={kind}
        onChange={(value) => list.setFilters({ kind: value })}
      />
      <FilterTabs
        label="审核状态"
        tabs={options(REVIEW_STATE)}
        value={state}
        onChange={(value) => list.setFilters({ state: value === "waiting" ? undefined : value })}
      />
      <Card flush>
        <DataTable
          caption="审核事项"
          columns={state === "waiting" ? [...COLUMNS, ...WAITING] : [...COLUMNS, ...DECIDED]}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => LINKS[row.kind](row.subject_id)}
          empty={
            state === "waiting" ? (
              <EmptyState title="没有待审核的事项" hint="新的提交会出现在这里，本页每分钟自动更新。" />
            ) : (
              <EmptyState title="没有这一状态的事项" hint="请切换上方的类别或状态查看。" />
            )
          }
        />
      </Card>
    </>
  );
}
