/** Products as a list, filtered by state and words in the URL. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getInstitutionProducts } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { FINANCING_KIND } from "@/labels/finance";
import { options } from "@/labels/label";
import { amountRange, rateRange } from "@/labels/productRanges";
import { PRODUCT_STATE, VERSION_STATE } from "@/labels/products";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { ListSearch } from "@/ui/ListSearch";
import { NothingFound } from "@/ui/NothingFound";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { knownProductsQuery, productsQuery } from "./queries";

const COLUMNS: Column<Schema<"ProductView">>[] = [
  { key: "name", title: "产品", primary: true, render: (row) => row.content.name },
  {
    key: "state",
    title: "状态",
    badge: true,
    render: (row) => <StatusTag label={PRODUCT_STATE[row.state]} />,
  },
  {
    key: "latest",
    title: "最新版本",
    render: (row) => (
      <>
        第 {row.latest} 版 <StatusTag label={VERSION_STATE[row.version_state]} />
      </>
    ),
  },
  { key: "kind", title: "类别", render: (row) => FINANCING_KIND[row.kind].text },
  { key: "amount", title: "额度", numeric: true, render: (row) => amountRange(row.content) },
  { key: "rate", title: "年利率", numeric: true, render: (row) => rateRange(row.content) },
  { key: "no", title: "编号", hideOnPhone: true, render: (row) => row.no },
  { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
];

type Props = {
  /** Whose list: the institution's own, or the operator's. */
  of: "institution" | "operator";
  rowLink: (id: string) => string;
  publish?: ReactNode;
};

export function ProductTable({ of, rowLink, publish }: Props) {
  const list = useListParams();
  const own = of === "institution";
  const state = oneOf(list.filters.state, PRODUCT_STATE);
  const { q } = list.filters;
  const asked = { state, q, page: list.page, size: list.size };
  const mine = useQuery({ ...productsQuery(asked), enabled: own });
  const known = useQuery({ ...knownProductsQuery(asked), enabled: !own });
  const states = options<Schema<"ProductState">>(PRODUCT_STATE).filter(
    ({ value }) => own || value !== "draft",
  );
  const tabs = own ? [{ value: undefined, label: "全部" }, ...states] : states.map(first);
  return (
    <>
      <div className="filter-row">
        <FilterTabs
          label="按状态筛选"
          tabs={tabs}
          value={state}
          onChange={(value) => list.setFilters({ state: value })}
        />
        <ListSearch by="编号、名称或产品内容" maxLength={getInstitutionProducts.q.max} list={list} />
      </div>
      <Card flush>
        <DataTable
          caption="金融产品列表"
          columns={COLUMNS}
          query={own ? mine : known}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            state || q ? (
              <NothingFound of="产品" list={list} />
            ) : !own ? (
              <EmptyState title="没有在架的产品" hint="机构的产品审核通过并上架后会出现在这里。" />
            ) : (
              <EmptyState
                title="还没有产品"
                hint="发布产品并通过审核后，会在平台首页和产品列表中展示，企业可以直接申请。"
                action={publish}
              />
            )
          }
        />
      </Card>
    </>
  );
}

/** The operator's list begins with what is on the shelf, which needs no word in the URL. */
const first = (tab: { value: Schema<"ProductState">; label: string }) =>
  tab.value === "on_shelf" ? { value: undefined, label: tab.label } : tab;
