/** What a match is about, in a few lines: a product, or a demand that does not name its enterprise. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { STAGE, USE_KIND } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { moneyText } from "@/lib/money";
import styles from "./matching.module.css";

export function ProductHead({ product }: { product: Schema<"ProductMatch">["product"] }) {
  return (
    <>
      <div className={styles.matchHead}>
        <Link to={paths.product(product.id)}>{product.name}</Link>
        <span className={styles.matchBy}>{product.institution.name}</span>
      </div>
      <p className={`${styles.matchFacts} num`}>
        额度 {amountRange(product)}
        {product.rate_min !== null && `，期限 ${termRange(product)}，年利率 ${rateRange(product)}`}
      </p>
    </>
  );
}

export function DemandHead({ demand }: { demand: Schema<"MarketDemand"> }) {
  return (
    <>
      <div className={styles.matchHead}>
        <Link to={paths.institution.demand(demand.id)}>{demand.no}</Link>
        <span className={styles.matchBy}>{maskedIndustry(demand)}</span>
      </div>
      <p className={`${styles.matchFacts} num`}>
        {moneyText(demand.amount)}
        {demand.term_months !== null && `，${demand.term_months} 个月`}
        {demand.round !== null && `，${textOf(STAGE, demand.round)}`}，{textOf(USE_KIND, demand.use_kind)}
        {demand.mine && "，贵机构已有对接单"}
      </p>
      {demand.public_text && <p className={styles.matchUse}>{demand.public_text}</p>}
    </>
  );
}
