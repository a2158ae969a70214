/** A list of complaints with its filters, for any viewer. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getComplaints } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { COMPLAINT_KIND, COMPLAINT_STATE, FINDING } from "@/labels/complaints";
import { options } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { ListSearch } from "@/ui/ListSearch";
import { NothingFound } from "@/ui/NothingFound";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { type ComplaintSearch, type ComplaintViewer, complaintsQuery } from "./queries";

const COLUMNS: Column<Schema<"ComplaintView">>[] = [
  { key: "title", title: "事项", primary: true, render: (row) => row.title },
  { key: "kind", title: "类别", render: (row) => COMPLAINT_KIND[row.kind] },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={COMPLAINT_STATE[row.state]} />,
  },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no },
  { key: "order", title: "对接单", render: (row) => row.order_no ?? "—" },
  {
    key: "finding",
    title: "核查结论",
    render: (row) => (row.finding ? <StatusTag label={FINDING[row.finding]} /> : "—"),
  },
  { key: "due", title: "时限", render: (row) => <DueText due={row.due} short /> },
  { key: "opened", title: "提出时间", render: (row) => <DateText value={row.opened_at} mode="time" /> },
];

const SIDES: Record<ComplaintViewer, Column<Schema<"ComplaintView">>[]> = {
  own: [
    { key: "side", title: "提出方", render: (row) => (row.own ? "本单位" : (row.complainant ?? "企业")) },
  ],
  operator: [
    { key: "complainant", title: "提出方", render: (row) => row.complainant ?? "—" },
    { key: "about", title: "被反映方", render: (row) => row.about ?? "—" },
    { key: "handler", title: "经办人", render: (row) => row.handler ?? "未指定" },
  ],
  government: [
    { key: "complainant", title: "提出方", render: (row) => row.complainant ?? "—" },
    { key: "about", title: "被反映方", render: (row) => row.about ?? "—" },
  ],
};

const FIELDS: SearchField[] = [
  { name: "kind", label: "类别", kind: "select", options: options(COMPLAINT_KIND) },
  { name: "state", label: "状态", kind: "select", options: options(COMPLAINT_STATE) },
];

type Props = {
  viewer: ComplaintViewer;
  list: ListParams;
  /** What the page asks for beside the filters in the form. */
  fixed?: ComplaintSearch;
  link: (id: string) => string;
  empty: ReactNode;
};

export function ComplaintTable({ viewer, list, fixed, link, empty }: Props) {
  const kind = oneOf(list.filters.kind, COMPLAINT_KIND);
  const state = oneOf(list.filters.state, COMPLAINT_STATE);
  const { q } = list.filters;
  const query = useQuery(
    complaintsQuery(viewer, { kind, state, q, ...fixed, page: list.page, size: list.size }),
  );
  return (
    <>
      <ListSearch by="编号、标题或单位名称" maxLength={getComplaints.q.max} list={list} />
      <SearchForm fields={FIELDS} list={list} />
      <Card flush>
        <DataTable
          caption="投诉与异议列表"
          columns={[...COLUMNS, ...SIDES[viewer]]}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => link(row.id)}
          empty={kind || state || q ? <NothingFound of="事项" list={list} /> : empty}
        />
      </Card>
    </>
  );
}
