/** 工作日志: what people of the own organisation did, by person and day. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link } from "react-router";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { AUDIT_RESULT } from "@/labels/organizations";
import { period } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { CLEARED } from "./queries";

/** Where a record of the log can be read; none for what this centre has no page for. */
export type LogLink = (about: NonNullable<Schema<"WorkLogRow">["about"]>) => string | undefined;

const columns = (link: LogLink): Column<Schema<"WorkLogRow">>[] => [
  { key: "action", title: "操作", primary: true, render: (row) => row.action_text },
  { key: "at", title: "时间", render: (row) => <DateText value={row.at} mode="time" /> },
  { key: "who", title: "账号", render: (row) => row.account_name },
  {
    key: "about",
    title: "对象",
    render: (row) => {
      if (!row.about) return "—";
      const to = link(row.about);
      return to ? <Link to={to}>{row.about.called}</Link> : row.about.called;
    },
  },
  {
    key: "result",
    title: "结果",
    badge: true,
    render: (row) => <StatusTag label={AUDIT_RESULT[row.result]} />,
  },
];

export function WorkLog({ team, link }: { team: Schema<"TeamView">; link: LogLink }) {
  const list = useListParams();
  const { page, size, filters } = list;
  const search = { account: filters.account, ...period(filters.from, filters.to), page, size };
  const query = useQuery(listQuery("team", "/team/log", { query: search }));
  const fields = useMemo(
    () => [
      {
        name: "account",
        label: "账号",
        kind: "select" as const,
        options: team.accounts.map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` })),
      },
      { name: "from", label: "起始日期", kind: "date" as const },
      { name: "to", label: "截止日期", kind: "date" as const },
    ],
    [team.accounts],
  );
  return (
    <>
      <SearchForm fields={fields} list={{ ...list, reset: () => list.setFilters(CLEARED) }} />
      <Card flush>
        <DataTable
          caption="工作日志"
          columns={columns(link)}
          query={query}
          list={list}
          rowKey={(row) => String(row.id)}
          empty={<EmptyState title="没有符合条件的记录" hint="请放宽筛选条件，或调整起止日期。" />}
        />
      </Card>
    </>
  );
}
