/** Background work that still has to happen or has failed for good; a failed one can be tried again. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { DateText } from "@/ui/Values";

const state = (job: Schema<"JobView">) =>
  job.parked ? <StatusTag tone="err">已停止，待处理</StatusTag> : <StatusTag tone="info">等待执行</StatusTag>;

const COLUMNS: Column<Schema<"JobView">>[] = [
  { key: "reaction", title: "任务", primary: true, render: (row) => row.reaction_text },
  { key: "fact", title: "起因", render: (row) => row.fact_text },
  { key: "subject", title: "对象", hideOnPhone: true, render: (row) => row.subject },
  { key: "state", title: "状态", badge: true, render: state },
  { key: "attempts", title: "已尝试", numeric: true, render: (row) => `${row.attempts} 次` },
  {
    key: "run",
    title: "下次执行",
    render: (row) => (row.parked ? "—" : <DateText value={row.run_at} mode="time" />),
  },
  { key: "error", title: "最近错误", render: (row) => row.last_error ?? "—" },
];

export function JobList() {
  const list = useListParams();
  const { open: retrying, show, close, done } = useDialog<Schema<"JobView">>();
  const { page, size } = list;
  const query = useQuery({
    ...listQuery("jobs", "/operator/jobs", { query: { page, size } }),
    refetchInterval: 15_000,
  });
  return (
    <Card flush>
      <DataTable
        caption="后台任务"
        columns={COLUMNS}
        query={query}
        list={list}
        rowKey={(row) => String(row.id)}
        actions={(row) =>
          row.parked ? (
            <Button aria-label={`重试任务 ${row.reaction_text}`} onClick={() => show(row)}>
              重试
            </Button>
          ) : null
        }
        empty={<EmptyState title="没有待处理的任务" hint="通知等后台任务都已完成。出现失败时会列在这里。" />}
      />
      {retrying && (
        <ConfirmDialog
          title="重试这项任务？"
          okText="重试"
          write={(_, headers) =>
            unwrap(api.POST("/operator/jobs/{id}/retry", { params: { path: { id: retrying.id } }, headers }))
          }
          changes="jobs"
          onDone={() => done("已重新排队")}
          onClose={close}
        >
          任务会立即重新排队。请先确认导致失败的原因（例如外部服务）已经解决。
        </ConfirmDialog>
      )}
    </Card>
  );
}
