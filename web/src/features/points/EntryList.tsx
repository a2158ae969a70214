/** 信用积分明细: the ledger, filtered by kind, occasion and day. */
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Link } from "react-router";
import type { Page, Query, Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { options } from "@/labels/label";
import { ENTRY_KIND, POINT_EVENT, pointsText } from "@/labels/points";
import { period } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";

/** What the list in the URL asks the server for. */
export function entrySearch({ page, size, filters }: ListParams): Query<"/points/entries"> {
  return {
    kind: oneOf(filters.kind, ENTRY_KIND),
    event: oneOf(filters.event, POINT_EVENT),
    ...period(filters.from, filters.to),
    page,
    size,
  };
}

type Props = {
  query: UseQueryResult<Page<Schema<"EntryView">>>;
  list: ListParams;
  /** Occasions that can be chosen. */
  events: Schema<"PointEvent">[];
  /** Where an order can be read; none where this centre has no page for it. */
  orderPath?: (id: string) => string;
  actions?: (row: Schema<"EntryView">) => ReactNode;
};

const columns = (orderPath: Props["orderPath"]): Column<Schema<"EntryView">>[] => [
  { key: "at", title: "时间", render: (row) => <DateText value={row.at} mode="time" /> },
  { key: "event", title: "事项", primary: true, render: (row) => POINT_EVENT[row.event] },
  {
    key: "points",
    title: "分值",
    numeric: true,
    render: (row) => <strong className="num">{pointsText(row.points)}</strong>,
  },
  {
    key: "kind",
    title: "类型",
    badge: true,
    render: (row) =>
      row.reversed ? (
        <StatusTag tone="neutral">已被冲正</StatusTag>
      ) : (
        <StatusTag label={ENTRY_KIND[row.kind]} />
      ),
  },
  {
    key: "order",
    title: "对接单",
    render: (row) => {
      if (!row.order) return "—";
      return orderPath ? <Link to={orderPath(row.order.id)}>{row.order.no}</Link> : row.order.no;
    },
  },
  { key: "rule", title: "规则版本", hideOnPhone: true, render: (row) => `第 ${row.rule_number} 版` },
  { key: "reason", title: "说明", render: (row) => row.reason ?? "—" },
];

export function EntryList({ query, list, events, orderPath, actions }: Props) {
  const fields = useMemo(
    () => [
      { name: "kind", label: "类型", kind: "select" as const, options: options(ENTRY_KIND) },
      {
        name: "event",
        label: "事项",
        kind: "select" as const,
        options: events.map((value) => ({ value, label: POINT_EVENT[value] })),
      },
      { name: "from", label: "起始日期", kind: "date" as const },
      { name: "to", label: "截止日期", kind: "date" as const },
    ],
    [events],
  );
  return (
    <section aria-label="信用积分明细">
      <SearchForm fields={fields} list={{ ...list, reset: () => list.setFilters(CLEARED) }} />
      <Card title="信用积分明细" flush>
        <DataTable
          caption="信用积分明细"
          columns={columns(orderPath)}
          query={query}
          list={list}
          rowKey={(row) => String(row.number)}
          actions={actions}
          empty={
            <EmptyState title="没有符合条件的信用积分记录" hint="请放宽筛选条件，或点“重置”查看全部。" />
          }
        />
      </Card>
    </section>
  );
}

/** The tab of the page is a parameter too, and stays. */
export const CLEARED = { kind: undefined, event: undefined, from: undefined, to: undefined };
