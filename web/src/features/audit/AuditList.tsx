/** The audit trail: who did what when, with filters. Read-only. */
import { useQuery } from "@tanstack/react-query";
import { listQuery, readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options, textOf } from "@/labels/label";
import { AUDIT_RESULT, ROLE } from "@/labels/organizations";
import { period } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";

const fields = (actions: Schema<"AuditAction">[]): SearchField[] => [
  {
    name: "action",
    label: "操作",
    kind: "select",
    options: actions.map(({ action, text }) => ({ value: action, label: text })),
  },
  { name: "account", label: "账号", kind: "text", placeholder: "账号编号或登录名" },
  { name: "result", label: "结果", kind: "select", options: options(AUDIT_RESULT) },
  { name: "from", label: "起始日期", kind: "date" },
  { name: "to", label: "截止日期", kind: "date" },
];

const COLUMNS: Column<Schema<"AuditView">>[] = [
  { key: "action", title: "操作", primary: true, render: (row) => row.action_text },
  { key: "at", title: "时间", render: (row) => <DateText value={row.at} mode="time" /> },
  {
    key: "account",
    title: "账号",
    render: (row) => (row.account_no ? `${row.account_name ?? ""} ${row.account_no}`.trim() : "访客或系统"),
  },
  { key: "organization", title: "单位", render: (row) => row.organization_name ?? "—" },
  { key: "role", title: "角色", hideOnPhone: true, render: (row) => textOf(ROLE, row.role) },
  {
    key: "result",
    title: "结果",
    badge: true,
    render: (row) => <StatusTag label={AUDIT_RESULT[row.result]} />,
  },
  {
    key: "subject",
    title: "对象编号",
    hideOnPhone: true,
    // The whole id is long and says little at a glance; its end tells rows apart.
    render: (row) =>
      row.subject ? <span className="mono" title={row.subject}>{`…${row.subject.slice(-8)}`}</span> : "—",
  },
  { key: "detail", title: "说明", render: (row) => row.detail ?? "—" },
  {
    key: "address",
    title: "来源地址",
    hideOnPhone: true,
    render: (row) => <span className="mono">{row.address}</span>,
  },
];

export function AuditList() {
  const list = useListParams();
  const { page, size, filters } = list;
  const search = {
    action: filters.action,
    account: filters.account,
    result: oneOf(filters.result, AUDIT_RESULT),
    ...period(filters.from, filters.to),
    page,
    size,
  };
  const query = useQuery(listQuery("audit", "/operator/audit", { query: search }));
  const actions = useQuery(readQuery("audit", "/operator/audit/actions"));
  return (
    <>
      <SearchForm fields={fields(actions.data ?? [])} list={list} />
      <Card flush>
        <DataTable
          caption="审计日志"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => String(row.id)}
          empty={<EmptyState title="没有符合条件的记录" hint="请放宽筛选条件，或调整起止日期。" />}
        />
      </Card>
    </>
  );
}
