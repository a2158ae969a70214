/** 派单份额: who got the dispatches of the last thirty days, and who more than its share. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { formatShare } from "@/lib/money";
import { sharesOf } from "@/lib/shares";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { lazyPart, Room } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { wholeList } from "@/ui/wholeList";
import { sharesQuery } from "./tuning";

const ShareBars = lazyPart(() => import("./ShareBars").then((m) => m.ShareBars), <Room rem={27} />);

/** Its share of all dispatches shown, in basis points: the rows add up to the whole. */
type Row = Schema<"DispatchShare"> & { part: number };

function rowsOf(shares: Schema<"DispatchShare">[]): Row[] {
  const parts = sharesOf(shares.map(({ dispatches }) => dispatches));
  return shares.map((share, index) => ({ ...share, part: parts[index] ?? 0 }));
}

const COLUMNS: Column<Row>[] = [
  { key: "name", title: "机构", primary: true, render: (row) => row.institution_name },
  { key: "count", title: "派单（次）", numeric: true, render: (row) => row.dispatches },
  { key: "share", title: "占比", numeric: true, render: (row) => formatShare(row.part) },
  {
    key: "capacity",
    title: "接单能力（件）",
    numeric: true,
    render: (row) => row.capacity ?? "不限",
  },
  { key: "led", title: "超过上限后因领先获得（次）", numeric: true, render: (row) => row.led },
  {
    key: "beyond",
    title: "份额",
    badge: true,
    render: (row) => {
      if (row.full) return <StatusTag tone="warn">已满，暂不派单</StatusTag>;
      return row.beyond ? (
        <StatusTag tone="warn">超过上限</StatusTag>
      ) : (
        <StatusTag tone="ok">上限之内</StatusTag>
      );
    },
  },
];

export function DispatchShares() {
  return (
    <Loaded query={useQuery(sharesQuery)} rows={8}>
      {(shares) => (
        <div className="stack">
          {shares.length > 0 && (
            <Card>
              <ShareBars shares={shares} />
            </Card>
          )}
          <Card title="近 30 天派单份额" flush>
            <DataTable
              caption="近 30 天派单份额"
              columns={COLUMNS}
              rowKey={(row) => row.institution_id}
              empty={<EmptyState title="近 30 天没有派单" />}
              {...wholeList(rowsOf(shares))}
            />
          </Card>
        </div>
      )}
    </Loaded>
  );
}
