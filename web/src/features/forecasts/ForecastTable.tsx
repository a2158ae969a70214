/** Forecasts of the department, last changed first. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { FORECAST_STATE, monthText } from "@/labels/forecasts";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { ownForecastsQuery } from "./queries";

type Row = Schema<"ForecastRow">;

const COLUMNS: Column<Row>[] = [
  { key: "title", title: "预告", primary: true, render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={FORECAST_STATE[row.state]} />,
  },
  { key: "month", title: "预计开始", render: (row) => monthText(row.opens_month) },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="time" /> },
];

export function ForecastTable({ rowLink, write }: { rowLink: (id: string) => string; write: ReactNode }) {
  const list = useListParams();
  return (
    <Card flush>
      <DataTable
        caption="政策预告"
        columns={COLUMNS}
        query={useQuery(ownForecastsQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => rowLink(row.id)}
        empty={
          <EmptyState
            title="还没有预告"
            hint="计划出台的政策可以先预告，企业订阅后，改期、撤销和正式发布时会收到提醒。"
            action={write}
          />
        }
      />
    </Card>
  );
}
