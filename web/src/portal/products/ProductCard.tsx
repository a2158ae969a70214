/** One product of the public list. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { GUARANTEE, STAGE } from "@/labels/finance";
import { joinTexts, textOf } from "@/labels/label";
import { amountRange, decisionText, rateRange, termRange } from "@/labels/productRanges";
import { EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";
import { formatCost } from "@/lib/money";
import { BrandMark } from "../BrandMark";
import { ApplyButton } from "./ApplyButton";
import { MOST, useCompare } from "./useCompare";

function tags(item: Schema<"ShelfItem">): string[] {
  return [
    item.kind === "debt" ? textOf(PRODUCT_TYPE, item.product_type) : textOf(EQUITY_TYPE, item.equity_type),
    ...(item.first_loan_friendly ? ["首贷友好"] : []),
    ...(item.pure_online ? ["纯线上"] : []),
    ...(item.subsidised ? ["贴息"] : []),
    ...(item.risk_pool ? ["风险补偿"] : []),
    ...(item.estimates ? ["可测算额度"] : []),
  ];
}

export function ProductCard({ item }: { item: Schema<"ShelfItem"> }) {
  const { chosen, toggle } = useCompare();
  const picked = chosen.some((one) => one.id === item.id);
  const full = !picked && chosen.filter((one) => one.kind === item.kind).length >= MOST;
  const debt = item.kind === "debt";
  return (
    <li className="product-card">
      <div className="product-head">
        <div className="product-who">
          <BrandMark of={item.institution} />
          <div>
            <h2>
              <Link to={paths.product(item.id)}>{item.name}</Link>
            </h2>
            <p className="product-by">{item.institution.name}</p>
          </div>
        </div>
        <label className="product-pick">
          <input
            type="checkbox"
            checked={picked}
            disabled={full}
            onChange={() => toggle({ id: item.id, name: item.name, kind: item.kind })}
          />
          {full ? `最多比较 ${MOST} 个` : "加入对比"}
          <span className="visually-hidden">：{item.name}</span>
        </label>
      </div>
      <p className="product-summary">{item.summary}</p>
      <ul className="product-tags">
        {tags(item).map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
      <dl className="product-figures product-heroes">
        {debt && (
          <div>
            <dt>年利率</dt>
            <dd className="num product-rate">{rateRange(item)}</dd>
          </div>
        )}
        <div>
          <dt>{debt ? "额度" : "单笔金额"}</dt>
          <dd className="num">{amountRange(item)}</dd>
        </div>
      </dl>
      <dl className="product-figures">
        <div>
          <dt>{debt ? "期限" : "投资阶段"}</dt>
          <dd className="num">{debt ? termRange(item) : joinTexts(STAGE, item.stages)}</dd>
        </div>
        {debt && (
          <div>
            <dt>担保方式</dt>
            <dd>{joinTexts(GUARANTEE, item.guarantees)}</dd>
          </div>
        )}
        {debt && (
          <div>
            <dt>综合年化成本</dt>
            <dd className="num">{formatCost(item.annual_cost_min)} 起</dd>
          </div>
        )}
        <div>
          <dt>{debt ? "审批" : "决策"}</dt>
          <dd className="num">{decisionText(item.kind, item.decision_days)}</dd>
        </div>
      </dl>
      <ApplyButton id={item.id} name={item.name} quiet />
    </li>
  );
}
