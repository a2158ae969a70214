/** 金融产品: everything on the shelf of one kind, with every filter of the plan, and a choice for comparison. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { shelfInstitutionsQuery, shelfQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { BeyondLast, isBeyondLast, pagesOf } from "@/lib/BeyondLast";
import { formatCount } from "@/lib/money";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { CompareBar } from "./CompareBar";
import { filtersOf, SORTS, toQuery } from "./filters";
import { ProductCard } from "./ProductCard";
import { ShelfFilters } from "./ShelfFilters";
import { ShelfPages } from "./ShelfList";
import "./products.css";

const WORDS: Record<Schema<"FinancingKind">, { title: string; lead: string }> = {
  debt: {
    title: "债权融资产品",
    lead: "银行和其他认证机构发布的贷款、担保、租赁、保理产品，均经平台审核。利率为年化单利，综合年化成本含全部费用。",
  },
  equity: {
    title: "股权融资产品",
    lead: "认证基金和投资机构发布的股权投资产品，均经平台审核。股权投资有风险，条款以双方签署的协议为准。",
  },
};

const SIZE = 12;

export const DebtShelfPage = () => <ShelfPage kind="debt" />;
export const EquityShelfPage = () => <ShelfPage kind="equity" />;

function ShelfPage({ kind }: { kind: Schema<"FinancingKind"> }) {
  const { title, lead } = WORDS[kind];
  useTitle(title);
  const list = useListParams({ size: SIZE });
  const institutions = useQuery(shelfInstitutionsQuery);
  const filters = filtersOf(kind, institutions.data ?? []);
  const sort = SORTS[kind].find((one) => one.value === list.sort)?.value || undefined;
  const asked = { ...toQuery(kind, list.filters, filters), sort, page: list.page, size: list.size };
  const query = useQuery(shelfQuery(asked));
  const { data } = query;
  const pages = data ? pagesOf(data) : 1;
  const beyond = data !== undefined && isBeyondLast(data, list.page);
  return (
    <div className="portal-width shelf">
      <div className="shelf-head">
        <h1>{title}</h1>
        <p>{lead}</p>
        <nav aria-label="产品类别" className="shelf-kinds">
          <Link to={paths.products} aria-current={kind === "debt" ? "page" : undefined}>
            债权产品
          </Link>
          <Link to={paths.equity} aria-current={kind === "equity" ? "page" : undefined}>
            股权产品
          </Link>
        </nav>
      </div>
      <ShelfFilters kind={kind} filters={filters} list={list} />
      <p className="shelf-count" role="status">
        {data ? `共 ${formatCount(data.total)}${data.capped ? "+" : ""} 个产品` : "正在加载…"}
      </p>
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {beyond && data && <BeyondLast page={list.page} data={data} />}
      {data?.items.length === 0 && !beyond && (
        <div className="shelf-empty">
          <p>没有符合条件的产品。</p>
          <p>可以放宽条件，或直接发布融资需求，由认证机构来报价。</p>
          <button type="button" className="plain-button" onClick={() => list.reset()}>
            清除全部条件
          </button>
        </div>
      )}
      <ul className="product-list" aria-busy={query.isFetching}>
        {data?.items.map((item) => (
          <ProductCard key={item.id} item={item} />
        ))}
      </ul>
      {pages > 1 && !beyond && <ShelfPages list={list} pages={pages} />}
      <CompareBar kind={kind} />
    </div>
  );
}
