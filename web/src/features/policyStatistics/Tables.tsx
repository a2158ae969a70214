/** The tables of policies in figures: states and budgets. */
import type { Schema } from "@/api/types";
import { APPLICATION_STATE } from "@/labels/applications";
import { formatShare } from "@/lib/money";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, Money } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";

const STATES: Column<Schema<"PolicyStateRow">>[] = [
  {
    key: "state",
    title: "状态",
    primary: true,
    render: (row) => <StatusTag label={APPLICATION_STATE[row.state]} />,
  },
  { key: "count", title: "申请", numeric: true, render: (row) => <Count value={row.count} unit="件" /> },
  {
    key: "amount",
    title: "核定金额（万元）",
    numeric: true,
    render: (row) => (row.amount > 0 ? <Money fen={row.amount} unit="wan" bare /> : "—"),
  },
];

export function StateTable({ rows }: { rows: Schema<"PolicyStateRow">[] }) {
  return (
    <DataTable
      caption="申请的状态"
      columns={STATES}
      {...wholeList(rows)}
      rowKey={(row) => row.state}
      empty={<EmptyState title="没有申请" hint="企业提交申请后计入这里。" />}
    />
  );
}

type Item = Schema<"PolicyItemRow">;

/** How much of the budget is promised or paid. */
const used = ({ total, reserved, listed, paid }: Item) =>
  total ? formatShare(Math.round(((reserved + listed + paid) / total) * 10_000)) : "—";

const ITEMS: Column<Item>[] = [
  { key: "title", title: "政策事项", primary: true, wide: true, render: (row) => row.title },
  { key: "department", title: "部门", render: (row) => row.department },
  {
    key: "total",
    title: "预算（万元）",
    numeric: true,
    render: (row) => <Money fen={row.total} unit="wan" bare />,
  },
  {
    key: "reserved",
    title: "已批准待拨付",
    numeric: true,
    render: (row) => <Money fen={row.reserved} unit="wan" bare />,
  },
  {
    key: "listed",
    title: "拨付中",
    numeric: true,
    render: (row) => <Money fen={row.listed} unit="wan" bare />,
  },
  { key: "paid", title: "已拨付", numeric: true, render: (row) => <Money fen={row.paid} unit="wan" bare /> },
  { key: "used", title: "使用率", numeric: true, badge: true, render: used },
];

export function ItemTable({ rows, own }: { rows: Item[]; own: boolean }) {
  return (
    <DataTable
      caption="各事项的资金（万元）"
      columns={own ? ITEMS.filter(({ key }) => key !== "department") : ITEMS}
      {...wholeList(rows)}
      rowKey={(row) => row.policy_id}
      empty={<EmptyState title="没有发布过事项" hint="事项发布后，它的预算列在这里。" />}
    />
  );
}
