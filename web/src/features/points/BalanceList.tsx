/** 单位信用积分: balances of all organisations, and a check that each is what its entries add up to. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { type Problem, toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options } from "@/labels/label";
import { ORG_KIND } from "@/labels/organizations";
import { POINT_SIDE } from "@/labels/points";
import { formatTime } from "@/lib/dates";
import { formatCount } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { balancesQuery } from "./queries";

const FIELDS = [
  { name: "q", label: "名称或信用代码", kind: "text", placeholder: "输入关键字" },
  { name: "of", label: "类别", kind: "select", options: options(POINT_SIDE) },
] satisfies Parameters<typeof SearchForm>[0]["fields"];

const COLUMNS: Column<Schema<"OrganizationPoints">>[] = [
  { key: "name", title: "单位名称", primary: true, render: (row) => row.name },
  { key: "kind", title: "类别", badge: true, render: (row) => ORG_KIND[row.kind] },
  {
    key: "balance",
    title: "当前信用积分",
    numeric: true,
    sort: "balance",
    render: (row) => <strong className="num">{formatCount(row.balance)}</strong>,
  },
  {
    key: "entries",
    title: "记录数",
    numeric: true,
    render: (row) => <span className="num">{formatCount(row.entries)}</span>,
  },
  { key: "updated", title: "最近变动", render: (row) => <DateText value={row.updated_at} mode="time" /> },
];

const SORTS = { "-balance": true, balance: true };

export function BalanceList({ pathOf }: { pathOf: (id: string) => string }) {
  const list = useListParams({ sort: "-balance" });
  const { page, size, sort, filters } = list;
  const search = { side: oneOf(filters.of, POINT_SIDE), q: filters.q, sort: oneOf(sort, SORTS), page, size };
  const query = useQuery(balancesQuery(search));
  return (
    <>
      <SearchForm fields={FIELDS} list={{ ...list, reset: () => list.setFilters(CLEARED) }} />
      <Check />
      <Card flush>
        <DataTable
          caption="单位信用积分"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => pathOf(row.id)}
          empty={<EmptyState title="没有符合条件的单位" hint="请放宽筛选条件，或点“重置”查看全部。" />}
        />
      </Card>
    </>
  );
}

const CLEARED = { q: undefined, of: undefined };

function Check() {
  const check = useMutation<Schema<"BalanceCheck">, Problem>({
    mutationFn: () =>
      unwrap(api.GET("/operator/points/check")).catch((error) => {
        throw toProblem(error);
      }),
  });
  const { data } = check;
  return (
    <Card
      title="余额核对"
      extra={
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          按流水重新核对
        </Button>
      }
    >
      <p className="card-note">把每个单位的全部信用积分记录重新相加，与当前信用积分比较。</p>
      {check.error && <ProblemAlert problem={check.error} />}
      <div role="status">
        {data && data.mismatches.length === 0 && (
          <p>
            {formatTime(data.at)} 核对 {formatCount(data.balances)} 个单位，全部一致。
          </p>
        )}
        {data && data.mismatches.length > 0 && (
          <ul className="defect-list">
            {data.mismatches.map((row) => (
              <li key={row.name}>
                {row.name}：当前信用积分 {row.stored}，记录合计 {row.summed}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
