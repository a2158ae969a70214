/** Everything that waits for the operator, and what has been decided. */
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { REVIEW_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { useQueue, useWaiting } from "./useQueue";

const COLUMNS: Column<Schema<"ReviewItem">>[] = [
  { key: "title", title: "事项", primary: true, render: (row) => row.title },
  { key: "kind", title: "类别", render: (row) => row.kind_text },
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

/** `link` leads from an entry to where it is reviewed. */
export function ReviewQueue({ link }: { link: (item: Schema<"ReviewItem">) => string }) {
  const { list, state, kind, query } = useQueue();
  const counts = useWaiting();
  const kinds = counts.data;
  if (counts.isPending) return <Skeleton rows={8} />;
  const all = kinds?.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <>
      <FilterTabs
        label="审核类别"
        tabs={[
          { value: undefined, label: "全部待审", count: all },
          ...(kinds ?? []).map(({ kind, text, waiting }) => ({ value: kind, label: text, count: waiting })),
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
          rowLink={link}
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
