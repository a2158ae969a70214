/** Items of the own department that are not published yet, that are, or that are filed away; and what waits for the legal check. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Query, Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { POLICY_STATE, POLICY_VERSION_STATE } from "@/labels/policies";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { ownPoliciesQuery, policyChecksQuery } from "./queries";

type Row = Schema<"PolicyRow">;
type View = NonNullable<Query<"/government/policies">["view"]>;

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "事项", primary: true, render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={POLICY_STATE[row.state]} />,
  },
  {
    key: "latest",
    title: "最新版本",
    render: (row) => (
      <>
        第 {row.latest} 版 <StatusTag label={POLICY_VERSION_STATE[row.version_state]} />
      </>
    ),
  },
  { key: "department", title: "部门", render: (row) => row.department },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

const TABS = [
  { value: undefined, label: "待发布" },
  { value: "published", label: "已发布" },
  { value: "archived", label: "已归档" },
  { value: "checks", label: "待核校" },
];

type Props = { rowLink: (id: string) => string; write: ReactNode; checks: boolean };

export function PolicyTable({ rowLink, write, checks }: Props) {
  const list = useListParams();
  const { view } = list.filters;
  const checking = checks && view === "checks";
  const tabs = TABS.filter(({ value }) => checks || value !== "checks");
  const known = tabs.find(({ value }) => value === view)?.value as View | undefined;
  const page = { page: list.page, size: list.size };
  const own = useQuery({ ...ownPoliciesQuery({ view: known, ...page }), enabled: !checking });
  const waiting = useQuery({ ...policyChecksQuery(page), enabled: checking });
  return (
    <>
      <FilterTabs
        label="按办理阶段筛选"
        tabs={tabs}
        value={view}
        onChange={(value) => list.setFilters({ view: value })}
      />
      <Card flush>
        <DataTable
          caption="政策事项列表"
          columns={COLUMNS}
          query={checking ? waiting : own}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            checking ? (
              <EmptyState title="没有待核校的事项" hint="其他人员提交的事项会出现在这里。" />
            ) : (
              <EmptyState
                title="这里还没有事项"
                hint="编写的事项经他人核校后可以立即发布，也可以定时发布。"
                action={view ? undefined : write}
              />
            )
          }
        />
      </Card>
    </>
  );
}
