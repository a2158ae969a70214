/** Who looked at what when and why, newest first; filtered by institution, part and day. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { ACCESS_PART } from "@/labels/consents";
import { options } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { dayRange } from "./dayRange";
import { accessesQuery, granteesQuery } from "./queries";

const COLUMNS: Column<Schema<"AccessView">>[] = [
  { key: "what", title: "查看内容", primary: true, render: (row) => row.what },
  { key: "part", title: "资料", render: (row) => ACCESS_PART[row.part] },
  { key: "at", title: "时间", render: (row) => <DateText value={row.at} mode="time" /> },
  { key: "who", title: "查看人", render: (row) => `${row.institution_name} · ${row.account_name}` },
  { key: "why", title: "理由", render: (row) => row.reason ?? (row.order_no ? "办理对接" : "履行职责") },
  { key: "order", title: "对接单", render: (row) => row.order_no ?? "—" },
];

type Props = {
  list: ListParams;
  /** Only the looks for one order; then the institution is known. */
  order?: string;
};

export function AccessLog({ list, order }: Props) {
  const { institution, part, from, until } = list.filters;
  const grantees = useQuery({ ...granteesQuery, enabled: !order });
  const query = useQuery(
    accessesQuery({
      order,
      institution: order ? undefined : institution,
      part: oneOf(part, ACCESS_PART),
      ...dayRange(from, until),
      page: list.page,
      size: list.size,
    }),
  );
  const names = grantees.data?.map((one) => ({ value: one.id, label: one.name })) ?? [];
  return (
    <>
      <SearchForm
        list={list}
        fields={[
          ...(order ? [] : [{ name: "institution", label: "机构", kind: "select" as const, options: names }]),
          { name: "part", label: "资料", kind: "select", options: options(ACCESS_PART) },
          { name: "from", label: "从", kind: "date" },
          { name: "until", label: "到", kind: "date" },
        ]}
      />
      <Card flush>
        <DataTable
          caption="访问记录"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => String(row.seq)}
          empty={<EmptyState title="没有访问记录" hint="每次有人查看贵企业的资料，都会记录在这里。" />}
        />
      </Card>
    </>
  );
}
