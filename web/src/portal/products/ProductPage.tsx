/** One product on the shelf: what it offers, to whom, how it goes, and what it costs. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { toProblem } from "@/api/problem";
import { shelfProductQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { NotFoundPage } from "@/app/StatusPages";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { type ProductFact, productFacts } from "@/labels/products";
import { formatDate } from "@/lib/dates";
import { formatCost } from "@/lib/money";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ApplyButton } from "./ApplyButton";
import { Calculator } from "./Calculator";
import { useCompare } from "./useCompare";
import "./products.css";

const GROUPS: Record<ProductFact["group"], string> = {
  terms: "产品要素",
  fund: "基金与投资偏好",
  conditions: "申请条件",
  process: "办理与咨询",
};

export function ProductPage() {
  const { id = "" } = useParams();
  const query = useQuery(shelfProductQuery(id));
  useTitle(query.data?.content.name ?? "产品详情");
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <div className="portal-width shelf product-page">
      {query.isPending && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {query.data && <Product product={query.data} />}
    </div>
  );
}

function Product({ product }: { product: Schema<"PublicProduct"> }) {
  const { content, institution } = product;
  const facts = productFacts(content);
  const groups = [...new Set(facts.map((fact) => fact.group))];
  const { chosen, toggle } = useCompare();
  const picked = chosen.some((one) => one.id === product.id);
  return (
    <>
      <p className="product-back">
        <Link to={content.kind === "debt" ? paths.products : paths.equity}>返回产品列表</Link>
      </p>
      <div className="product-title">
        <div>
          <h1>{content.name}</h1>
          <p className="product-by">
            <Link to={paths.institutionCard(institution.id)}>{institution.name}</Link>
            {" · "}
            {textOf(INSTITUTION_TYPE, institution.institution_type)}
          </p>
          <p>{content.summary}</p>
          {product.estimates && (
            <p className="product-by">支持在线测算额度：发布融资需求后，在匹配结果中查看意向额度。</p>
          )}
        </div>
        <div className="product-actions">
          <button
            type="button"
            className="plain-button"
            aria-pressed={picked}
            onClick={() => toggle({ id: product.id, name: content.name, kind: content.kind })}
          >
            {picked ? "已加入对比" : "加入对比"}
          </button>
          <ApplyButton id={product.id} />
        </div>
      </div>
      <dl className="product-figures product-heroes">
        {content.kind === "debt" && (
          <div>
            <dt>年利率</dt>
            <dd className="num product-rate">{rateRange(content)}</dd>
          </div>
        )}
        <div>
          <dt>{content.kind === "debt" ? "额度" : "单笔金额"}</dt>
          <dd className="num">{amountRange(content)}</dd>
        </div>
        {content.kind === "debt" && (
          <div>
            <dt>期限</dt>
            <dd className="num">{termRange(content)}</dd>
          </div>
        )}
      </dl>
      <div className="product-columns">
        <div>
          <section className="product-section">
            <h2>产品介绍</h2>
            <p className="product-text">{content.description}</p>
          </section>
          {groups.map((group) => (
            <section className="product-section" key={group}>
              <h2>{GROUPS[group]}</h2>
              <dl className="product-facts">
                {facts
                  .filter((fact) => fact.group === group)
                  .map((fact) => (
                    <div key={fact.label} className={fact.wide ? "wide" : undefined}>
                      <dt>{fact.label}</dt>
                      <dd>{fact.text}</dd>
                    </div>
                  ))}
                {group === "terms" && (
                  <div>
                    <dt>综合年化成本</dt>
                    <dd className="num product-rate">{formatCost(product.annual_cost_min)} 起</dd>
                  </div>
                )}
              </dl>
            </section>
          ))}
          <section className="product-section">
            <h2>申请材料</h2>
            <ul className="product-list-plain">
              {content.materials.map((material) => (
                <li key={material}>{material}</li>
              ))}
            </ul>
          </section>
          {content.steps.length > 0 && (
            <section className="product-section">
              <h2>办理流程</h2>
              <ol className="product-list-plain">
                {content.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </section>
          )}
          <p className="calculator-note">
            产品编号 {product.no}，第 {product.number} 版，{formatDate(product.shelved_at)} 上架。
          </p>
        </div>
        {content.kind === "debt" && <Calculator product={content} />}
      </div>
    </>
  );
}
