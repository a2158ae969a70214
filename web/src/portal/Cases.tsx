/** Loans that were paid, without names: each is told for several firms together. */
import { useQuery } from "@tanstack/react-query";
import { casesQuery } from "@/api/stats";
import { SECTION } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { PRODUCT_TYPE } from "@/labels/products";
import { formatCount, moneyText } from "@/lib/money";
import styles from "./cases.module.css";

export function Cases() {
  const query = useQuery(casesQuery);
  const cases = query.data?.cases;
  // Nothing is said of what cannot be said without telling whose it is.
  if (query.isError || cases?.length === 0) return null;
  return (
    <section className="home-section" aria-labelledby="cases-title" aria-busy={query.isPending}>
      <div className="section-head">
        <h2 id="cases-title">他们已经拿到贷款</h2>
        <p>近一年，每条由多家情况相近的企业合并而成，金额取整</p>
      </div>
      <ul className={styles.cases}>
        {cases?.map((one) => (
          <li key={`${one.industry_section}-${one.product_type}-${one.amount}`}>
            <h3>{SECTION[one.industry_section]}</h3>
            <p className={styles.amount}>
              约 <span className="num">{moneyText(one.amount, "wan").replace(".00", "")}</span>
            </p>
            <p>{textOf(PRODUCT_TYPE, one.product_type)}</p>
            <p className={styles.note}>
              从发布或申请到放款约 <span className="num">{formatCount(one.working_days)}</span> 个工作日，
              <span className="num">{formatCount(one.firms)}</span> 家企业
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
