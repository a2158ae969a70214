/** All orders of the enterprise. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { OrderFilters, orderFilter } from "@/features/orders/lists/OrderFilters";
import { RateOrShare } from "@/features/orders/Price";
import { enterpriseOrdersQuery } from "@/features/orders/queries";
import { termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { ExportButton } from "@/ui/ExportButton";
import { NothingFound } from "@/ui/NothingFound";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Cost, Count, DateText, Money } from "@/ui/Values";
import { PublishLink } from "./PublishLink";

const COLUMNS: Column<Schema<"EnterpriseOrderView">>[] = [
  { key: "institution", title: "机构", primary: true, render: (row) => row.institution.name },
  { key: "state", title: "状态", badge: true, render: (row) => <StatusTag label={orderState(row)} /> },
  { key: "no", title: "对接单号", hideOnPhone: true, render: (row) => row.no },
  { key: "demand", title: "需求编号", render: (row) => row.demand_no },
  {
    key: "amount",
    title: "金额（万元）",
    numeric: true,
    render: (row) => <Money fen={termsOf(row).amount ?? row.demand_amount} bare />,
  },
  {
    key: "rate",
    title: "年利率或股比",
    numeric: true,
    render: (row) => <RateOrShare terms={termsOf(row)} />,
  },
  {
    key: "cost",
    title: "综合年化成本",
    numeric: true,
    render: (row) => <Cost cost={termsOf(row).costs?.annual_cost} />,
  },
  {
    key: "term",
    title: "期限（月）",
    numeric: true,
    render: (row) => <Count value={termsOf(row).term_months} />,
  },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

export function OrdersPage() {
  const list = useListParams();
  const filter = orderFilter(list.filters);
  const filtered = [filter.live, filter.state, filter.q].some((one) => one !== undefined);
  const query = useQuery(enterpriseOrdersQuery({ ...filter, page: list.page, size: list.size }));
  return (
    <>
      <PageHeader
        title="对接单"
        description="每一家机构对您的需求报价，就形成一张对接单。"
        extra={
          <ExportButton
            name="对接单"
            make={async (headers) => {
              const { enterpriseSheet } = await import("@/features/orders/lists/orderSheet");
              return enterpriseSheet(filter, headers);
            }}
          />
        }
      />
      <OrderFilters list={list} other="机构" />
      <Card flush>
        <DataTable
          caption="对接单列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.enterprise.order(row.id)}
          empty={
            filtered ? (
              <NothingFound of="对接单" list={list} />
            ) : (
              <EmptyState
                title="还没有对接单"
                hint="发布融资需求并通过审核后，机构会来报价。"
                action={<PublishLink />}
              />
            )
          }
        />
      </Card>
    </>
  );
}
