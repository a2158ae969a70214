/** What institutions have on the shelf, as a table for those who watch the market; each leads to its public page. */
import { useQuery } from "@tanstack/react-query";
import { shelfQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { FINANCING_KIND, GUARANTEE, STAGE } from "@/labels/finance";
import { joinTexts, options, textOf } from "@/labels/label";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { CHANNEL, EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";
import type { Column } from "@/ui/DataTable";
import { SearchedTable } from "@/ui/SearchedTable";
import type { SearchField } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { shelfFilter } from "./shelfFilter";

const FIELDS: SearchField[] = [
  { name: "kind", label: "类别", kind: "select", options: options(FINANCING_KIND) },
  { name: "product_type", label: "产品类型", kind: "select", options: options(PRODUCT_TYPE) },
  { name: "equity_type", label: "基金类型", kind: "select", options: options(EQUITY_TYPE) },
  { name: "channel", label: "贷款渠道", kind: "select", options: options(CHANNEL) },
  { name: "guarantee", label: "担保方式", kind: "select", options: options(GUARANTEE) },
  { name: "amount_from", label: "最低额度（万元）", kind: "number" },
  { name: "amount_to", label: "最高额度（万元）", kind: "number" },
  { name: "term_from", label: "最短期限（月）", kind: "number" },
  { name: "term_to", label: "最长期限（月）", kind: "number" },
];

type Row = Schema<"ShelfItem">;

const COLUMNS: Column<Row>[] = [
  { key: "name", title: "产品", primary: true, render: (row) => row.name },
  { key: "institution", title: "机构", render: (row) => row.institution.name },
  {
    key: "type",
    title: "产品类型",
    render: (row) =>
      row.kind === "equity" ? textOf(EQUITY_TYPE, row.equity_type) : textOf(PRODUCT_TYPE, row.product_type),
  },
  { key: "channel", title: "贷款渠道", render: (row) => textOf(CHANNEL, row.channel) },
  { key: "amount", title: "额度", numeric: true, render: (row) => amountRange(row) },
  {
    key: "term",
    title: "期限",
    numeric: true,
    render: (row) => (row.kind === "equity" ? "—" : termRange(row)),
  },
  {
    key: "rate",
    title: "年利率",
    numeric: true,
    render: (row) => (row.kind === "equity" ? "—" : rateRange(row)),
  },
  {
    key: "guarantee",
    title: "担保或阶段",
    render: (row) =>
      row.kind === "equity" ? joinTexts(STAGE, row.stages) : joinTexts(GUARANTEE, row.guarantees),
  },
];

type Props = { list: ListParams; rowLink: (id: string) => string };

export function ShelfTable({ list, rowLink }: Props) {
  const asked = shelfFilter(list.filters);
  const query = useQuery(shelfQuery({ ...asked, page: list.page, size: list.size }));
  return (
    <SearchedTable
      list={list}
      fields={FIELDS}
      saved="supply-products"
      of="产品"
      asked={asked}
      caption="在架的金融产品"
      columns={COLUMNS}
      query={query}
      rowKey={(row) => row.id}
      rowLink={(row) => rowLink(row.id)}
      empty={<EmptyState title="暂时没有在架的产品" hint="机构上架的产品会出现在这里。" />}
    />
  );
}
