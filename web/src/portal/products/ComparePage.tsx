/** Up to four products side by side; on phones the table scrolls with the names in view. */
import { useQueries } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { useSession } from "@/api/session";
import { shelfProductQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { productFacts } from "@/labels/products";
import { formatCost } from "@/lib/money";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ApplyButton } from "./ApplyButton";
import { MOST } from "./useCompare";
import "./products.css";

/** One row per fact that any of the products has, marked where they differ. */
function compared(
  products: readonly Schema<"PublicProduct">[],
): { label: string; texts: string[]; differs: boolean }[] {
  const costs = products.map((one) =>
    one.annual_cost_min === null ? "—" : `${formatCost(one.annual_cost_min)} 起`,
  );
  const columns = products.map(
    (one) => new Map(productFacts(one.content).map((fact) => [fact.label, fact.text])),
  );
  const labels = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const rows = labels.map((label) => ({ label, texts: columns.map((column) => column.get(label) ?? "—") }));
  const all = [
    { label: "机构", texts: products.map((one) => one.institution.name) },
    ...(products.some((one) => one.content.kind === "debt") ? [{ label: "综合年化成本", texts: costs }] : []),
    ...rows,
    { label: "申请材料", texts: products.map((one) => one.content.materials.join("、") || "—") },
  ];
  return all.map((row) => ({ ...row, differs: new Set(row.texts).size > 1 }));
}

export function ComparePage() {
  useTitle("产品对比");
  const [search] = useSearchParams();
  const ids = [...new Set((search.get("ids") ?? "").split(",").filter(Boolean))].slice(0, MOST);
  const queries = useQueries({ queries: ids.map((id) => shelfProductQuery(id)) });
  const products = queries.flatMap((query) => (query.data ? [query.data] : []));
  const pending = queries.some((query) => query.isPending);
  const gone = queries.filter((query) => query.isError);
  return (
    <div className="portal-width shelf">
      <h1>产品对比</h1>
      {pending && (
        <p className="compare-wait" role="status">
          正在加载…
        </p>
      )}
      {!pending && gone.length > 0 && products.length === 0 && (
        <LoadFailed onRetry={() => gone.map((query) => query.refetch())} />
      )}
      {!pending && gone.length > 0 && products.length > 0 && (
        <p role="status">有 {gone.length} 个产品已下架或暂时无法读取，未列入对比。</p>
      )}
      {!pending && ids.length === 0 && (
        <p className="shelf-empty">
          还没有选择产品。<Link to={paths.products}>去选择产品</Link>
        </p>
      )}
      {!pending && products.length > 0 && <CompareTable products={products} />}
    </div>
  );
}

function CompareTable({ products }: { products: Schema<"PublicProduct">[] }) {
  const session = useSession();
  const me = session.data?.me;
  // Before one knows who reads, the row keeps its place; others than firms only look.
  const applies = !me || me.role === "enterprise";
  return (
    <ScrollRegion className="compare-scroll" label="产品对比表">
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {products.map((product) => (
              <th scope="col" key={product.id}>
                <Link to={paths.product(product.id)}>{product.content.name}</Link>
              </th>
            ))}
          </tr>
          {applies && (
            <tr className="compare-apply">
              <th scope="row">办理</th>
              {products.map((product) => (
                <td key={product.id}>
                  <ApplyButton id={product.id} name={product.content.name} />
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {compared(products).map((row) => (
            <tr key={row.label} className={row.differs ? "differs" : undefined}>
              <th scope="row">
                {row.label}
                {row.differs && products.length > 1 && <span className="visually-hidden">（不同）</span>}
              </th>
              {row.texts.map((text, index) => (
                <td key={products[index]?.id}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
