/** 对接记录 of a demand: each institution that it was matched with, how far that came, and when. */
import type { Schema } from "@/api/types";
import { ORDER_STATE } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { REFUSAL_CODE } from "@/labels/refusals";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";

type Row = Schema<"MatchedOrder">;

const money = (fen: number) => (fen > 0 ? <Money fen={fen} bare /> : "—");

const COLUMNS: Column<Row>[] = [
  { key: "institution", title: "机构", primary: true, render: (row) => row.institution_name },
  { key: "state", title: "状态", badge: true, render: (row) => <StatusTag label={ORDER_STATE[row.state]} /> },
  { key: "no", title: "对接单编号", hideOnPhone: true, render: (row) => row.no },
  { key: "opened", title: "开始", render: (row) => <DateText value={row.opened_at} /> },
  { key: "contacted", title: "联系企业", render: (row) => <DateText value={row.contacted_at} /> },
  { key: "decided", title: "审批", render: (row) => <DateText value={row.decided_at} /> },
  { key: "paid_on", title: "放款", render: (row) => <DateText value={row.disbursed_at} /> },
  { key: "granted", title: "授信（万元）", numeric: true, render: (row) => money(row.granted_amount) },
  { key: "paid", title: "放款（万元）", numeric: true, render: (row) => money(row.disbursed_amount) },
  { key: "refusal", title: "不予授信原因", render: (row) => textOf(REFUSAL_CODE, row.refusal_code) },
];

export function MatchedOrders({ orders }: { orders: Row[] }) {
  const total = orders.length;
  const data = { items: orders, total, capped: false, page: 1, size: Math.max(total, 1) };
  return (
    <Card title="对接记录" flush>
      <DataTable
        caption="对接记录"
        columns={COLUMNS}
        query={{ data, error: null, isPending: false, refetch: () => Promise.resolve() }}
        list={{ page: 1, sort: undefined, setPage: () => {}, setSort: () => {} }}
        rowKey={(row) => row.id}
        empty={<EmptyState title="还没有机构对接" hint="机构接单、抢单或受理后会列在这里。" />}
      />
    </Card>
  );
}
