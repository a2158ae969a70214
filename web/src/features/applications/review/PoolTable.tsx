/** What waits for a decision of the department, what the reader has taken, and all of it. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Query, Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { APPLICATION_STATE } from "@/labels/applications";
import { options } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { loadQuery, poolQuery } from "./queries";

type Row = Schema<"ApplicationRow">;
type View = NonNullable<Query<"/government/applications">["view"]>;

const COLUMNS: Column<Row>[] = [
  { key: "enterprise", title: "企业", primary: true, render: (row) => row.enterprise },
  { key: "title", title: "政策事项", render: (row) => row.title },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={APPLICATION_STATE[row.state]} />,
  },
  {
    key: "amount",
    title: "金额",
    numeric: true,
    render: (row) => <Money fen={row.amount ?? row.computed} />,
  },
  { key: "due", title: "办理时限", render: (row) => (row.due ? <DueText due={row.due} /> : "—") },
  { key: "claimed", title: "经办人", render: (row) => (row.mine ? "您" : (row.claimed_by ?? "待领取")) },
  { key: "no", title: "申请编号", hideOnPhone: true, render: (row) => row.no ?? "—" },
  {
    key: "submitted",
    title: "提交时间",
    hideOnPhone: true,
    render: (row) => <DateText value={row.submitted_at} />,
  },
];

type Tab = View | "consultations";

const TABS: { value: Tab | undefined; label: string }[] = [
  { value: undefined, label: "待办" },
  { value: "mine", label: "我领取的" },
  { value: "all", label: "全部" },
  { value: "consultations", label: "会商" },
];

type Props = {
  rowLink: (id: string) => string;
  /** What other departments ask this one, under a tab of its own. */
  consultations: ReactNode;
  /** How many of them wait for an answer. */
  asked: number | undefined;
};

export function PoolTable({ rowLink, consultations, asked }: Props) {
  const list = useListParams();
  const tab = TABS.find(({ value }) => value === list.filters.view)?.value;
  return (
    <>
      <FilterTabs
        label="范围"
        tabs={TABS.map((one) => (one.value === "consultations" && asked ? { ...one, count: asked } : one))}
        value={tab}
        onChange={(value) => list.setFilters({ view: value, state: undefined, answered: undefined })}
      />
      {tab === "consultations" ? consultations : <Pool view={tab} rowLink={rowLink} />}
    </>
  );
}

function Pool({ view, rowLink }: { view: View | undefined; rowLink: (id: string) => string }) {
  const list = useListParams();
  const state = view === "all" ? oneOf(list.filters.state, APPLICATION_STATE) : undefined;
  const query = useQuery(poolQuery({ view, state, page: list.page, size: list.size }));
  return (
    <>
      {view === "all" && (
        <FilterSelect
          aria-label="状态"
          placeholder="全部状态"
          options={options(APPLICATION_STATE).filter(({ value }) => value !== "draft")}
          value={state}
          onChange={(value) => list.setFilters({ state: value })}
        />
      )}
      <Load />
      <Card flush>
        <DataTable
          caption="政策申请列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            <EmptyState
              title={view === "mine" ? "没有您领取的申请" : "没有待办的申请"}
              hint="企业提交的申请会按办理时限排在这里。"
            />
          }
        />
      </Card>
    </>
  );
}

/** How much each person works on, in one line. */
function Load() {
  const { data } = useQuery(loadQuery);
  if (!data || data.length === 0) return <p className="card-note">目前没有待办的申请。</p>;
  return (
    <p className="card-note">{data.map(({ by, count }) => `${by ?? "待领取"} ${count} 件`).join(" · ")}</p>
  );
}
