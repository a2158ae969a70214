/** What the own firm subscribed to, newest first. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { expectedText, FORECAST_STATE } from "@/labels/forecasts";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";
import { subscribedForecastsQuery } from "./queries";

type Row = Schema<"SubscribedForecast">;

export function Subscriptions() {
  const list = useListParams();
  const toast = useToast();
  const cancel = useIntent(
    (id: string, headers) =>
      unwrap(api.POST("/enterprise/forecasts/{id}/unsubscribe", { params: { path: { id } }, headers })),
    { changes: "forecasts", onSuccess: () => toast("已取消订阅") },
  );
  const columns: Column<Row>[] = [
    {
      key: "title",
      title: "预告",
      primary: true,
      render: (row) => <Link to={paths.forecast(row.id)}>{row.title}</Link>,
    },
    {
      key: "state",
      title: "状态",
      badge: true,
      render: (row) =>
        row.state === "published" ? (
          <StatusTag label={{ text: "即将出台", tone: "info" }} />
        ) : (
          <StatusTag label={FORECAST_STATE[row.state]} />
        ),
    },
    { key: "expected", title: "预计办理时间", render: (row) => expectedText(row) },
    { key: "department", title: "部门", render: (row) => row.department },
    { key: "since", title: "订阅时间", render: (row) => <DateText value={row.subscribed_at} /> },
    {
      key: "do",
      title: "办理",
      render: (row) => (
        <span className="actions">
          {row.policy_id && <Link to={paths.policy(row.policy_id)}>查看事项</Link>}
          <Button
            size="small"
            disabled={cancel.isPending}
            aria-label={`取消订阅“${row.title}”`}
            onClick={() => cancel.mutate(row.id)}
          >
            取消订阅
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Card flush>
      <DataTable
        caption="订阅的预告"
        columns={columns}
        query={useQuery(subscribedForecastsQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title="还没有订阅预告"
            hint="在政策预告中订阅后，改期、撤销和正式发布时会收到站内信。"
            action={<Link to={paths.forecasts}>查看政策预告</Link>}
          />
        }
      />
    </Card>
  );
}
