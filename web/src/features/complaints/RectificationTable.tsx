/** 整改率: per institution, what was found justified in a month and how much of it was put right. */
import { useQuery } from "@tanstack/react-query";
import Input from "antd/es/input/Input";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { formatShare } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { ReadTools } from "@/ui/ReadTools";
import { EmptyState, Loaded } from "@/ui/States";
import { Count } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import styles from "./complaints.module.css";
import { type ComplaintViewer, rectificationQuery } from "./queries";

const COLUMNS: Column<Schema<"RectificationRow">>[] = [
  { key: "institution", title: "机构", primary: true, render: (row) => row.institution },
  { key: "answered", title: "已答复（件）", numeric: true, render: (row) => <Count value={row.answered} /> },
  { key: "justified", title: "属实（件）", numeric: true, render: (row) => <Count value={row.justified} /> },
  {
    key: "rectified",
    title: "已整改（件）",
    numeric: true,
    render: (row) => <Count value={row.rectified} />,
  },
  {
    key: "rate",
    title: "整改率",
    numeric: true,
    render: (row) => <span className="num">{formatShare(row.rate)}</span>,
  },
];

type Props = { viewer: Exclude<ComplaintViewer, "own">; list: ListParams };

export function RectificationTable({ viewer, list }: Props) {
  const { month } = list.filters;
  const query = useQuery(rectificationQuery(viewer, month));
  return (
    <Loaded query={query} rows={6}>
      {(table) => (
        <>
          <div className="filter-row">
            <ReadTools>
              <div className={styles.monthField}>
                <label htmlFor="rectification-month">月份</label>
                <Input
                  id="rectification-month"
                  type="month"
                  value={table.month}
                  onChange={(event) => list.setFilters({ month: event.target.value })}
                />
              </div>
            </ReadTools>
          </div>
          <Card flush>
            <DataTable
              caption={`${table.month} 各机构投诉整改情况`}
              columns={COLUMNS}
              {...wholeList(table.rows)}
              rowKey={(row) => row.institution}
              empty={
                <EmptyState
                  title="这个月没有已答复的投诉"
                  hint="按平台答复的月份统计对机构的投诉和放款异议；整改率＝已整改÷属实（含部分属实）。"
                />
              }
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}
