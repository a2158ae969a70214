/** Lists for the finance office, newest first. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { paymentsQuery } from "./queries";

type Row = Schema<"PaymentBatchView">;

const COLUMNS: Column<Row>[] = [
  { key: "no", title: "批次", primary: true, render: (row) => row.no },
  {
    key: "open",
    title: "状态",
    badge: true,
    render: (row) =>
      row.open > 0 ? (
        <StatusTag tone="info">{`${row.open} 笔待登记`}</StatusTag>
      ) : (
        <StatusTag tone="ok">已全部登记</StatusTag>
      ),
  },
  { key: "total", title: "合计", numeric: true, render: (row) => <Money fen={row.total} /> },
  { key: "count", title: "笔数", numeric: true, render: (row) => `${row.count} 笔` },
  { key: "by", title: "生成人", render: (row) => row.by },
  { key: "created", title: "生成时间", render: (row) => <DateText value={row.created_at} mode="time" /> },
];

export function PaymentTable({ rowLink, make }: { rowLink: (id: string) => string; make: ReactNode }) {
  const list = useListParams();
  return (
    <Card flush>
      <DataTable
        caption="拨付批次列表"
        columns={COLUMNS}
        query={useQuery(paymentsQuery({ page: list.page, size: list.size }))}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => rowLink(row.id)}
        empty={
          <EmptyState
            title="还没有拨付批次"
            hint="审批通过的申请列入批次后，交财务拨付并逐笔登记。"
            action={make}
          />
        }
      />
    </Card>
  );
}
