/** The newest products on the home page, and the ways to all loans and all funds. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { shelfQuery } from "@/api/shelf";
import { paths } from "@/app/paths";
import { textOf } from "@/labels/label";
import { amountRange, rateRange } from "@/labels/productRanges";
import { PRODUCT_TYPE } from "@/labels/products";
import { LoadFailed } from "./LoadFailed";

export function HomeProducts() {
  const query = useQuery(shelfQuery({ kind: "debt", page: 1, size: 4 }));
  return (
    <section className="home-section" aria-labelledby="products-title">
      <div className="section-head">
        <h2 id="products-title">金融产品</h2>
        <p className="home-product-links">
          <Link to={paths.products}>我要贷款</Link>
          <Link to={paths.equity}>我要风投</Link>
        </p>
      </div>
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {query.data?.items.length === 0 && <p className="overview-empty">暂无上架的产品。</p>}
      <ul className="home-products">
        {query.data?.items.map((item) => (
          <li key={item.id}>
            <h3>
              <Link to={paths.product(item.id)}>{item.name}</Link>
            </h3>
            <p className="home-product-by">
              {item.institution.name}，{textOf(PRODUCT_TYPE, item.product_type)}
            </p>
            <dl>
              <div>
                <dt>年利率</dt>
                <dd className="num home-product-rate">{rateRange(item)}</dd>
              </div>
              <div>
                <dt>额度</dt>
                <dd className="num">{amountRange(item)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
