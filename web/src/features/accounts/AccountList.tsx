/** Accounts of all organisations with filters. */
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { ACCOUNT_STATE } from "@/labels/accounts";
import { options } from "@/labels/label";
import { ACCESS, ROLE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { AccountStateTag } from "./AccountStateTag";
import { useAccounts } from "./queries";

const FIELDS = [
  { name: "q", label: "账号或单位", kind: "text", placeholder: "登录名、姓名、编号或单位名称" },
  { name: "role", label: "角色", kind: "select", options: options(ROLE) },
  { name: "state", label: "状态", kind: "select", options: options(ACCOUNT_STATE) },
] satisfies Parameters<typeof SearchForm>[0]["fields"];

const COLUMNS: Column<Schema<"ManagedAccount">>[] = [
  { key: "name", title: "姓名", primary: true, render: (row) => row.name },
  { key: "state", title: "状态", badge: true, render: (row) => <AccountStateTag account={row} /> },
  { key: "login", title: "登录名", render: (row) => row.login },
  {
    key: "no",
    title: "账号编号",
    hideOnPhone: true,
    render: (row) => <span className="mono">{row.no}</span>,
  },
  { key: "role", title: "角色", render: (row) => ROLE[row.role] },
  { key: "organization", title: "单位", render: (row) => row.organization },
  {
    key: "access",
    title: "权限",
    hideOnPhone: true,
    render: (row) => (row.primary ? "主账号" : ACCESS[row.access]),
  },
  { key: "seen", title: "上次登录", render: (row) => <DateText value={row.last_login_at} mode="ago" /> },
];

export function AccountList() {
  const list = useListParams();
  const { page, size, filters } = list;
  const query = useAccounts({
    q: filters.q,
    role: oneOf(filters.role, ROLE),
    state: oneOf(filters.state, ACCOUNT_STATE),
    page,
    size,
  });
  return (
    <>
      <SearchForm fields={FIELDS} list={list} />
      <Card flush>
        <DataTable
          caption="账号列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.operator.account(row.id)}
          empty={<EmptyState title="没有符合条件的账号" hint="请放宽筛选条件，或点“重置”查看全部。" />}
        />
      </Card>
    </>
  );
}
