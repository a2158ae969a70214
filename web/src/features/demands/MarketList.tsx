/** Masked demands on the market for certified institutions: filters and sort in the URL. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { FINANCING_KIND, GUARANTEE, STAGE, USE_KIND } from "@/labels/finance";
import { maskedIndustry, SECTION } from "@/labels/industries";
import { joinTexts, options, textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { NativeSelect } from "@/ui/NativeSelect";
import { NothingFound } from "@/ui/NothingFound";
import { SavedViews } from "@/ui/SavedViews";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { Count, DateText, Money, Places, Rate } from "@/ui/Values";
import { MARKET_SORTS, marketFilter } from "./marketFilter";
import styles from "./marketList.module.css";
import { OwnState } from "./OwnState";
import { marketDemandsQuery } from "./queries";

const FIELDS: SearchField[] = [
  { name: "kind", label: "融资类型", kind: "select", options: options(FINANCING_KIND) },
  { name: "section", label: "行业门类", kind: "select", options: options(SECTION) },
  { name: "use_kind", label: "资金用途", kind: "select", options: options(USE_KIND) },
  { name: "guarantee", label: "担保方式", kind: "select", options: options(GUARANTEE) },
  { name: "amount_min", label: "最低金额（万元）", kind: "number" },
  { name: "amount_max", label: "最高金额（万元）", kind: "number" },
  { name: "term_min", label: "最短期限（月）", kind: "number" },
  { name: "term_max", label: "最长期限（月）", kind: "number" },
  { name: "first_loan", label: "首贷", kind: "select", options: [{ value: "true", label: "只看首贷企业" }] },
];

const COLUMNS: Column<Schema<"MarketDemand">>[] = [
  { key: "no", title: "需求编号", primary: true, render: (row) => row.no },
  { key: "industry", title: "行业", render: (row) => maskedIndustry(row) },
  {
    key: "mine",
    title: "我的对接",
    badge: true,
    render: (row) => <OwnState demand={row} />,
  },
  { key: "kind", title: "类型", render: (row) => FINANCING_KIND[row.kind].text },
  { key: "amount", title: "金额（万元）", numeric: true, render: (row) => <Money fen={row.amount} bare /> },
  { key: "term", title: "期限（月）", numeric: true, render: (row) => <Count value={row.term_months} /> },
  { key: "rate", title: "最高年利率", numeric: true, render: (row) => <Rate rate={row.rate_max} /> },
  { key: "use", title: "用途", render: (row) => textOf(USE_KIND, row.use_kind) },
  {
    key: "guarantee",
    title: "担保或轮次",
    render: (row) =>
      row.kind === "equity" ? textOf(STAGE, row.round) : joinTexts(GUARANTEE, row.guarantees),
  },
  { key: "first", title: "首贷", hideOnPhone: true, render: (row) => (row.first_loan ? "是" : "否") },
  { key: "places", title: "剩余名额", numeric: true, render: (row) => <Places left={row.places_left} /> },
  { key: "published", title: "发布日期", render: (row) => <DateText value={row.published_at} /> },
];

export function MarketList({ rowLink }: { rowLink: (id: string) => string }) {
  const list = useListParams();
  const sort = oneOf(list.sort, MARKET_SORTS) ?? "-published_at";
  const query = useQuery(
    marketDemandsQuery({ ...marketFilter(list.filters), sort, page: list.page, size: list.size }),
  );
  return (
    <>
      <SearchForm fields={FIELDS} list={list} />
      <SavedViews list="market" />
      <div className={styles.sortRow}>
        <div className={styles.sortSelect}>
          <NativeSelect
            aria-label="排序方式"
            value={sort}
            options={options(MARKET_SORTS)}
            onChange={(value) => value && list.setSort(value)}
          />
        </div>
      </div>
      <Card flush>
        <DataTable
          caption="需求市场列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => rowLink(row.id)}
          empty={
            Object.keys(list.filters).length > 0 ? (
              <NothingFound of="需求" list={list} />
            ) : (
              <EmptyState title="暂时没有公开的需求" hint="新的需求通过平台审核后会出现在这里。" />
            )
          }
        />
      </Card>
    </>
  );
}
