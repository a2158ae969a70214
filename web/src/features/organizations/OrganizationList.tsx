/** All organisations with filters. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { options } from "@/labels/label";
import { CERTIFIED, ORG_KIND, ORG_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { ExportButton } from "@/ui/ExportButton";
import { SavedViews } from "@/ui/SavedViews";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { certifiable } from "./certifiable";

const FIELDS = [
  { name: "q", label: "名称或信用代码", kind: "text", placeholder: "输入关键字" },
  { name: "kind", label: "类别", kind: "select", options: options(ORG_KIND) },
  { name: "state", label: "注册状态", kind: "select", options: options(ORG_STATE) },
  { name: "certified", label: "认证", kind: "select", options: options(CERTIFIED) },
] satisfies Parameters<typeof SearchForm>[0]["fields"];

const COLUMNS: Column<Schema<"OrganizationView">>[] = [
  { key: "name", title: "单位名称", primary: true, render: (row) => row.name },
  { key: "kind", title: "类别", render: (row) => ORG_KIND[row.kind] },
  {
    key: "uscc",
    title: "统一社会信用代码",
    render: (row) => (
      <>
        <span className="mono">{row.uscc ?? "—"}</span>
        {row.code_taken && <StatusTag tone="warn">代码已有单位注册</StatusTag>}
      </>
    ),
  },
  {
    key: "state",
    title: "注册状态",
    badge: true,
    render: (row) => <StatusTag label={ORG_STATE[row.state]} />,
  },
  {
    key: "certified",
    title: "认证",
    render: (row) =>
      certifiable(row) ? <StatusTag label={CERTIFIED[row.certified ? "true" : "false"]} /> : "—",
  },
  { key: "contact", title: "联系人", hideOnPhone: true, render: (row) => row.contact_name },
  { key: "created", title: "注册时间", render: (row) => <DateText value={row.created_at} /> },
];

export function OrganizationList() {
  const list = useListParams();
  const { page, size, filters } = list;
  const certified = oneOf(filters.certified, CERTIFIED);
  const search = {
    kind: oneOf(filters.kind, ORG_KIND),
    state: oneOf(filters.state, ORG_STATE),
    certified: certified === undefined ? undefined : certified === "true",
    q: filters.q,
    page,
    size,
  };
  const query = useQuery(listQuery("organizations", "/operator/organizations", { query: search }));
  return (
    <>
      <SearchForm fields={FIELDS} list={list} />
      <div className="list-tools">
        <SavedViews list="organizations" />
        <ExportButton
          name="单位"
          make={async (headers) => {
            const { organizationSheet } = await import("./organizationSheet");
            const { page: _page, size: _size, ...filter } = search;
            return organizationSheet(filter, headers);
          }}
        />
      </div>
      <Card flush>
        <DataTable
          caption="单位列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.operator.organization(row.id)}
          empty={<EmptyState title="没有符合条件的单位" hint="请放宽筛选条件，或点“重置”查看全部。" />}
        />
      </Card>
    </>
  );
}
