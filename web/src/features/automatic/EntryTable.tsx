/** The firms of a list, each with where it stands and why. Those that are to be struck are marked here before the check. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { AUTOMATIC_ENTRY_STATE } from "@/labels/automatic";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Money } from "@/ui/Values";
import { automaticEntriesQuery } from "./queries";

type Row = Schema<"AutomaticEntryView">;
type List = Schema<"AutomaticListView">;

type Props = {
  list: List;
  application: (id: string) => string;
  /** Who is to be struck, and why; none where nothing is to be decided. */
  struck: ReadonlyMap<string, string>;
  strike?: (row: Row) => void;
  /** No further one can be struck. */
  full: boolean;
};

const columns = ({ application, struck, strike, full }: Omit<Props, "list">): Column<Row>[] => [
  { key: "enterprise", title: "企业", primary: true, render: (row) => row.enterprise },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => (
      <StatusTag
        label={
          struck.has(row.enterprise_id) ? { text: "将剔除", tone: "err" } : AUTOMATIC_ENTRY_STATE[row.state]
        }
      />
    ),
  },
  { key: "amount", title: "金额", numeric: true, render: (row) => <Money fen={row.amount} /> },
  { key: "reason", title: "原因", render: (row) => struck.get(row.enterprise_id) ?? row.reason ?? "—" },
  {
    key: "do",
    title: "办理",
    render: (row) => {
      if (row.application_id) return <Link to={application(row.application_id)}>查看申请</Link>;
      if (!strike || row.state !== "eligible") return "—";
      return (
        <Button size="small" disabled={full && !struck.has(row.enterprise_id)} onClick={() => strike(row)}>
          {struck.has(row.enterprise_id) ? "恢复" : "剔除"}
          <span className="visually-hidden">：{row.enterprise}</span>
        </Button>
      );
    },
  },
];

export function AutomaticEntryTable({ list, ...rest }: Props) {
  const params = useListParams();
  const state = oneOf(params.filters.state, AUTOMATIC_ENTRY_STATE);
  const tabs = [
    { value: undefined, label: "全部" },
    ...list.counts.map((one) => ({
      value: one.state,
      label: `${AUTOMATIC_ENTRY_STATE[one.state].text} ${one.count}`,
    })),
  ];
  return (
    <>
      <FilterTabs
        label="按状态筛选"
        tabs={tabs}
        value={state}
        onChange={(value) => params.setFilters({ state: value })}
      />
      <Card flush>
        <DataTable
          caption="名单企业"
          columns={columns(rest)}
          query={useQuery(automaticEntriesQuery(list.id, { state, page: params.page, size: params.size }))}
          list={params}
          rowKey={(row) => row.enterprise_id}
          empty={<EmptyState title="没有这类企业" hint="可以切换上方的状态。" />}
        />
      </Card>
    </>
  );
}
