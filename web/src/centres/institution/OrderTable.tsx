/** The institution's orders as a list, filtered in the URL. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { OfficerFilter } from "@/features/orders/lists/OfficerFilter";
import { OrderFilters, orderFilter } from "@/features/orders/lists/OrderFilters";
import { RateOrShare } from "@/features/orders/Price";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { borrowerOf, termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterSelect } from "@/ui/FilterSelect";
import { NothingFound } from "@/ui/NothingFound";
import { SavedViews } from "@/ui/SavedViews";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money } from "@/ui/Values";

const COLUMNS: Column<Schema<"InstitutionOrderView">>[] = [
  { key: "no", title: "对接单号", primary: true, render: (row) => row.no },
  { key: "state", title: "状态", badge: true, render: (row) => <StatusTag label={orderState(row)} /> },
  {
    key: "who",
    title: "企业或行业",
    wide: true,
    render: (row) => borrowerOf(row) ?? maskedIndustry(row.demand),
  },
  { key: "officer", title: "经办人", render: (row) => row.officer.name },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: (row) => <Money fen={termsOf(row).amount ?? row.demand.amount} bare />,
  },
  {
    key: "rate",
    title: "年利率或股比",
    numeric: true,
    render: (row) => <RateOrShare terms={termsOf(row)} />,
  },
  {
    key: "term",
    title: "期限（月）",
    numeric: true,
    render: (row) => <Count value={termsOf(row).term_months} />,
  },
  { key: "due", title: "时限", render: (row) => <DueText due={row.due} short /> },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

/** What the URL says, as the server wants it. */
export const institutionFilter = (filters: ListParams["filters"]) => ({
  ...orderFilter(filters),
  officer: filters.officer,
});

export function OrderTable({ list }: { list: ListParams }) {
  const navigate = useNavigate();
  const filter = institutionFilter(list.filters);
  const filtered = Object.values(filter).some((one) => one !== undefined);
  const sort = list.sort === "due" ? list.sort : undefined;
  const query = useQuery(institutionOrdersQuery({ ...filter, sort, page: list.page, size: list.size }));
  return (
    <>
      <OrderFilters list={list} other="企业">
        <OfficerFilter list={list} />
        <FilterSelect
          aria-label="排序"
          placeholder="按更新时间排序"
          value={sort}
          options={[{ value: "due", label: "按时限排序" }]}
          onChange={list.setSort}
        />
      </OrderFilters>
      <SavedViews list="institution-orders" />
      <Card flush>
        <DataTable
          caption="对接单列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.institution.order(row.id)}
          empty={
            filtered ? (
              <NothingFound of="对接单" list={list} />
            ) : (
              <EmptyState
                title="还没有对接单"
                hint="在需求市场报价后，会在这里跟进。"
                action={
                  <Button type="primary" onClick={() => navigate(paths.institution.market)}>
                    查看需求市场
                  </Button>
                }
              />
            )
          }
        />
      </Card>
    </>
  );
}
