/** 人工推介名单: demands that nobody has answered, with whom to call and what was said last. */

import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { FollowUpIn } from "@/api/limits.gen";
import { listQuery } from "@/api/queries";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { maskedIndustry } from "@/labels/industries";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { useDialog } from "@/ui/useDialog";
import { DateText, Money } from "@/ui/Values";

const COLUMNS: Column<Schema<"UnansweredDemand">>[] = [
  { key: "no", title: "需求编号", primary: true, render: ({ demand }) => demand.no },
  { key: "who", title: "企业", render: (row) => row.enterprise_name },
  { key: "contact", title: "联系人", render: (row) => `${row.contact_name} ${row.mobile}` },
  {
    key: "industry",
    title: "行业",
    hideOnPhone: true,
    render: ({ demand }) => maskedIndustry(demand),
  },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: ({ demand }) => <Money fen={demand.amount} bare />,
  },
  { key: "since", title: "列入日期", render: (row) => <DateText value={row.unanswered_at} /> },
  { key: "closes", title: "公开期至", render: (row) => <DateText value={row.closes_at} /> },
  { key: "note", title: "最近跟进", render: (row) => row.followed_up?.note ?? "尚未跟进" },
];

export function UnansweredList() {
  const words = useLimits();
  const list = useListParams();
  const { page, size } = list;
  const { open: called, show, close, done } = useDialog<Schema<"UnansweredDemand">>();
  const query = useQuery(listQuery("demands", "/operator/unanswered-demands", { query: { page, size } }));
  return (
    <Card flush>
      <DataTable
        caption="人工推介名单"
        columns={COLUMNS}
        query={query}
        list={list}
        rowKey={({ demand }) => demand.id}
        actions={(row) => (
          <Button aria-label={`记录跟进 ${row.demand.no}`} onClick={() => show(row)}>
            记录跟进
          </Button>
        )}
        empty={
          <EmptyState
            title="没有需要人工推介的需求"
            hint={words("公开 {unanswered_days} 个工作日仍无机构报价的需求会列在这里。")}
          />
        }
      />
      {called && (
        <ConfirmDialog
          title={`记录跟进：${called.demand.no}`}
          okText="记录"
          reason={{
            label: "与谁联系、结果如何",
            limit: FollowUpIn.note,
            placeholder: "企业在进展记录中能看到",
          }}
          write={(text, headers) =>
            unwrap(
              api.POST("/operator/demands/{id}/follow-up", {
                params: { path: { id: called.demand.id } },
                body: { note: text },
                headers,
              }),
            )
          }
          changes="demands"
          onDone={() => done("已记录跟进")}
          onClose={close}
        >
          请联系匹配的机构和企业，记录沟通结果。
        </ConfirmDialog>
      )}
    </Card>
  );
}
