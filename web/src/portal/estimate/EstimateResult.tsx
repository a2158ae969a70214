/** What the answers lead to: an amount in large figures, the products behind it, and the way on. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { listQuery } from "@/api/queries";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { homeOf, paths } from "@/app/paths";
import { indicativeText } from "@/labels/indicative";
import { amountRange, rangeText, rateRange, roundMoney } from "@/labels/productRanges";
import { LoadFailed } from "../LoadFailed";
import type { EstimateQuery } from "./answers";
import styles from "./estimate.module.css";

/** So many are shown; the rest are on the shelf. */
const SHOWN = 5;

export function EstimateResult({ query }: { query: EstimateQuery }) {
  const result = useQuery(listQuery("shelf", "/matching/estimate", { query }));
  if (result.isError) return <LoadFailed onRetry={result.refetch} />;
  if (!result.data) return <p className={styles.wait}>正在测算…</p>;
  const { matches, near, considered, indicative } = result.data;
  return (
    <>
      <Headline found={matches} indicative={indicative} considered={considered} />
      <ul className={styles.products}>
        {matches.slice(0, SHOWN).map(({ product, indicative: one }) => (
          <li key={product.id}>
            <ProductLine product={product} />
            {one && <p className={styles.facts}>{indicativeText(one)}</p>}
          </li>
        ))}
      </ul>
      {near.length > 0 && (
        <>
          <h3>只差一项条件</h3>
          <ul className={styles.products}>
            {near.map(({ product, missing }) => (
              <li key={product.id}>
                <ProductLine product={product} />
                <p className={styles.facts}>{missing}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <NextStep />
      <p className={styles.hint}>结果按产品公布的条件和测算规则计算，仅供参考，以机构审批为准。</p>
    </>
  );
}

type Found = Schema<"DemandMatches">;

function Headline({
  found,
  indicative,
  considered,
}: {
  found: Found["matches"];
  indicative: Found["indicative"];
  considered: number;
}) {
  if (found.length === 0) {
    return (
      <>
        <h2>暂时没有全部符合的产品</h2>
        <p className={styles.facts}>已与 {considered} 个贷款产品比对。调整金额或期限再试试。</p>
      </>
    );
  }
  if (!indicative) {
    return (
      <>
        <h2>有产品符合条件</h2>
        <p className={styles.facts}>这些产品要结合企业档案才能测算额度，注册并填写档案后可以看到。</p>
      </>
    );
  }
  return (
    <>
      <h2>参考额度</h2>
      <p className={`${styles.amount} num`}>{rangeText(indicative.least, indicative.most, roundMoney)}</p>
      <p className={styles.facts}>{indicative.products} 个可测算产品的结果（非承诺）。</p>
    </>
  );
}

function ProductLine({ product }: { product: Found["matches"][number]["product"] }) {
  return (
    <>
      <Link to={paths.product(product.id)}>{product.name}</Link>
      <p className={styles.facts}>
        {product.institution.name}
        <span className="num">
          ，额度 {amountRange(product)}
          {product.rate_min !== null && `，年利率 ${rateRange(product)}`}
        </span>
      </p>
    </>
  );
}

function NextStep() {
  const me = useSession().data?.me;
  const firm = me?.role === "enterprise" && me.organization.state === "active";
  const to = firm ? paths.enterprise.newDemand : me ? homeOf(me) : paths.registerEnterprise;
  return (
    <p className={styles.next}>
      <Link className="plain-button primary" to={to}>
        {firm ? "发布融资需求" : me ? "进入工作台" : "注册后发布需求"}
      </Link>
      <Link to={paths.products}>查看全部贷款产品</Link>
    </p>
  );
}
