/** 工作量: who handles how many running orders, where they stand, and since when the oldest was not touched. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart, Room } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { officersQuery } from "../queries";
import { BOARD } from "./board";

const WorkloadCharts = lazyPart(
  () => import("./WorkloadCharts").then((m) => m.WorkloadCharts),
  <Room rem={24} phone={45} />,
);

function count(officer: Schema<"OfficerView">, states: readonly string[]): number {
  const within = officer.by_state.filter((load) => states.includes(load.state));
  return within.reduce((sum, load) => sum + load.count, 0);
}

const columns = (ordersOf: (officer: string) => string): Column<Schema<"OfficerView">>[] => [
  { key: "name", title: "经办人", primary: true, render: (row) => row.name },
  {
    key: "state",
    title: "账号",
    badge: true,
    render: (row) =>
      row.active ? <StatusTag tone="ok">在用</StatusTag> : <StatusTag tone="warn">已停用，待移交</StatusTag>,
  },
  { key: "unit", title: "分支机构或部门", render: (row) => row.unit_name },
  {
    key: "running",
    title: "在办（笔）",
    numeric: true,
    render: (row) => (row.running > 0 ? <Link to={ordersOf(row.id)}>{row.running}</Link> : 0),
  },
  ...BOARD.map((column) => ({
    key: column.key,
    title: column.title,
    numeric: true,
    hideOnPhone: true,
    render: (row: Schema<"OfficerView">) => count(row, column.states) || "—",
  })),
  { key: "oldest", title: "最久未更新", render: (row) => <DateText value={row.oldest} mode="ago" /> },
];

export function Workload({ ordersOf }: { ordersOf: (officer: string) => string }) {
  const query = useQuery(officersQuery);
  return (
    <Loaded query={query} rows={6}>
      {(officers) => (
        <div className="stack">
          <WorkloadCharts officers={officers} />
          <Card flush>
            <DataTable
              caption="工作量"
              columns={columns(ordersOf)}
              {...wholeList(officers)}
              rowKey={(row) => row.id}
              empty={<EmptyState title="还没有可以经办的账号" hint="主账号可以为同事开通子账号。" />}
            />
          </Card>
        </div>
      )}
    </Loaded>
  );
}
