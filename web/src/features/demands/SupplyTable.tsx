/** What enterprises have looked for, newest first, and what came of it; for the government, without names. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { DEMAND_STATE, FINANCING_KIND, GUARANTEE, STAGE } from "@/labels/finance";
import { maskedIndustry, SECTION } from "@/labels/industries";
import { joinTexts, options, textOf } from "@/labels/label";
import { now } from "@/lib/now";
import type { Column } from "@/ui/DataTable";
import { SearchedTable } from "@/ui/SearchedTable";
import type { SearchField } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money } from "@/ui/Values";
import { supplyDemandsQuery } from "./queries";
import { lastMonths, PAID, SHOWN_STATES, supplyFilter } from "./supplyFilter";

const fields = (): SearchField[] => [
  { name: "kind", label: "融资类型", kind: "select", options: options(FINANCING_KIND) },
  { name: "state", label: "状态", kind: "select", options: SHOWN_STATES },
  { name: "guarantee", label: "担保方式", kind: "select", options: options(GUARANTEE) },
  { name: "paid", label: "对接结果", kind: "select", options: options(PAID) },
  { name: "month", label: "提交月份", kind: "select", options: lastMonths(now(), 24) },
  { name: "section", label: "行业门类", kind: "select", options: options(SECTION) },
  { name: "amount_min", label: "最低金额（万元）", kind: "number" },
  { name: "amount_max", label: "最高金额（万元）", kind: "number" },
  { name: "term_min", label: "最短期限（月）", kind: "number" },
  { name: "term_max", label: "最长期限（月）", kind: "number" },
];

const COLUMNS: Column<Schema<"SupplyDemand">>[] = [
  { key: "no", title: "需求编号", primary: true, render: ({ demand }) => demand.no },
  { key: "submitted", title: "提交日期", render: (row) => <DateText value={row.submitted_at} /> },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: ({ demand }) => <StatusTag label={DEMAND_STATE[demand.state]} />,
  },
  { key: "industry", title: "行业", wide: true, render: ({ demand }) => maskedIndustry(demand) },
  {
    key: "kind",
    title: "融资类型",
    render: ({ demand, direct }) => `${FINANCING_KIND[demand.kind].text}${direct ? "·直接申请" : ""}`,
  },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: ({ demand }) => <Money fen={demand.amount} bare />,
  },
  {
    key: "term",
    title: "期限（月）",
    numeric: true,
    render: ({ demand }) => <Count value={demand.term_months} />,
  },
  {
    key: "guarantee",
    title: "担保或轮次",
    render: ({ demand }) =>
      demand.kind === "equity" ? textOf(STAGE, demand.round) : joinTexts(GUARANTEE, demand.guarantees),
  },
  {
    key: "matched",
    title: "匹配 / 对接",
    numeric: true,
    render: ({ matched }) => `${matched.institutions} / ${matched.orders}`,
  },
  {
    key: "paid",
    title: "放款（万元）",
    numeric: true,
    render: (row) => (row.disbursed_amount > 0 ? <Money fen={row.disbursed_amount} bare /> : "—"),
  },
];

type Props = { list: ListParams; rowLink: (id: string) => string };

export function SupplyTable({ list, rowLink }: Props) {
  const asked = supplyFilter(list.filters);
  const query = useQuery(supplyDemandsQuery({ ...asked, page: list.page, size: list.size }));
  return (
    <SearchedTable
      list={list}
      fields={fields()}
      saved="supply-demands"
      of="需求"
      asked={asked}
      caption="企业的融资需求"
      columns={COLUMNS}
      query={query}
      rowKey={(row) => row.id}
      rowLink={(row) => rowLink(row.id)}
      empty={<EmptyState title="还没有融资需求" hint="通过平台审核的需求和直接申请会按时间列在这里。" />}
    />
  );
}
