/** The own applications, last changed first. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { applicationsQuery } from "@/api/applications";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { APPLICATION_STATE } from "@/labels/applications";
import { options } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterTabs } from "@/ui/FilterTabs";
import { NothingFound } from "@/ui/NothingFound";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";

type Row = Schema<"ApplicationRow">;

const TABS = [
  { value: undefined, label: "全部" },
  ...options<Schema<"ApplicationState">>(APPLICATION_STATE).filter(({ value }) =>
    ["draft", "correction", "submitted", "first_review", "second_review", "approved", "paid"].includes(value),
  ),
];

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "事项", primary: true, render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={APPLICATION_STATE[row.state]} />,
  },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: (row) => <Money fen={row.amount ?? row.computed} bare />,
  },
  { key: "department", title: "办理部门", render: (row) => row.department },
  { key: "due", title: "办理期限", render: (row) => (row.due ? <DueText due={row.due} /> : "—") },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no ?? "提交后生成" },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

type Props = { rowLink: (id: string) => string; find: ReactNode };

export function ApplicationTable({ rowLink, find }: Props) {
  const list = useListParams();
  const state = oneOf(list.filters.state, APPLICATION_STATE);
  const query = useQuery(applicationsQuery({ state, page: list.page, size: list.size }));
  return (
    <>
      <FilterTabs
        label="按状态筛选"
        tabs={TABS}
        value={state}
        onChange={(value) => list.setFilters({ state: value })}
      />
      <Card flush>
        <DataTable
          caption="政策申请列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            state ? (
              <NothingFound of="申请" list={list} />
            ) : (
              <EmptyState
                title="还没有政策申请"
                hint="找到适合的政策后可以在线申请，平台已有的数据会自动填入。"
                action={find}
              />
            )
          }
        />
      </Card>
    </>
  );
}
