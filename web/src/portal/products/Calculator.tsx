/** Monthly payment and all-in cost of a loan under this product. */
import { useId, useState } from "react";
import type { Schema } from "@/api/types";
import { REPAYMENT } from "@/labels/finance";
import { annualCost } from "@/lib/annualCost";
import { feesOf, schedule } from "@/lib/loan";
import { bpToPercent, fenToWan, formatRate, moneyText, parseWhole, percentToBp, wanToFen } from "@/lib/money";
import { isOutside, TERM } from "@/lib/ranges";

const FIRST: Record<Schema<"Repayment">, string> = {
  equal_installment: "每月还款",
  equal_principal: "首月还款（逐月递减）",
  interest_first: "每月付息",
  quarterly: "每季付息",
  bullet: "到期前还款",
  revolving: "每月还款",
};

export function Calculator({ product }: { product: Schema<"ProductContent"> }) {
  const start = Math.min(product.amount_max ?? 100_000_000, Math.max(product.amount_min ?? 0, 100_000_000));
  const [amount, setAmount] = useState(fenToWan(start));
  const [months, setMonths] = useState(
    String(
      Math.min(Math.max(12, product.term_min ?? 1), Math.max(product.term_max ?? 12, product.term_min ?? 1)),
    ),
  );
  const [rate, setRate] = useState(bpToPercent(product.rate_min ?? 400));
  const [repayment, setRepayment] = useState<Schema<"Repayment">>(
    product.repayments[0] ?? "equal_installment",
  );
  const id = useId();
  const [fen, bp] = [wanToFen(amount), percentToBp(rate)];
  const term = parseWhole(months, 3) ?? 0;
  const valid = fen !== null && fen > 0 && bp !== null && bp <= 10_000 && !isOutside(term, TERM);
  const plan = valid ? schedule(fen, bp, term, repayment) : null;
  const fees = valid ? feesOf(product.fees, fen, term) : 0;
  const cost = valid ? annualCost({ amount: fen, rate: bp, months: term, fees }) : null;
  const outside =
    valid &&
    ((product.amount_min !== null && fen < product.amount_min) ||
      (product.amount_max !== null && fen > product.amount_max) ||
      (product.term_min !== null && term < product.term_min) ||
      (product.term_max !== null && term > product.term_max) ||
      (product.rate_min !== null && bp < product.rate_min) ||
      (product.rate_max !== null && bp > product.rate_max));
  return (
    <section className="calculator" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>还款计算器</h2>
      <div className="calculator-fields">
        <label>
          <span>金额（万元）</span>
          <input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
        </label>
        <label>
          <span>期限（个月）</span>
          <input
            inputMode="numeric"
            maxLength={3}
            value={months}
            onChange={(event) => setMonths(event.target.value)}
          />
        </label>
        <label>
          <span>年利率（%）</span>
          <input inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />
        </label>
        <label>
          <span>还款方式</span>
          <select
            value={repayment}
            onChange={(event) => setRepayment(event.target.value as Schema<"Repayment">)}
          >
            {product.repayments.map((one) => (
              <option key={one} value={one}>
                {REPAYMENT[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div role="status">
        {!valid && <p>请填写有效的金额、期限和利率。</p>}
        {outside && <p className="calculator-note">所填数值超出本产品的额度、期限或利率范围，仅供参考。</p>}
        {valid && (
          <dl className="calculator-result">
            {plan ? (
              <>
                <div>
                  <dt>{FIRST[repayment]}</dt>
                  <dd className="num">{moneyText(plan.first, "yuan")}</dd>
                </div>
                <div>
                  <dt>最后一期还款</dt>
                  <dd className="num">{moneyText(plan.last, "yuan")}</dd>
                </div>
                <div>
                  <dt>利息合计</dt>
                  <dd className="num">{moneyText(plan.interest, "yuan")}</dd>
                </div>
              </>
            ) : (
              <div>
                <dt>利息</dt>
                <dd>按实际用款天数计算</dd>
              </div>
            )}
            <div>
              <dt>费用合计</dt>
              <dd className="num">{moneyText(fees, "yuan")}</dd>
            </div>
            <div>
              <dt>综合年化成本</dt>
              <dd className="num product-rate">{formatRate(cost)}</dd>
            </div>
          </dl>
        )}
      </div>
      <p className="calculator-note">
        计算结果仅供参考，以机构批准的条件和合同为准。综合年化成本 = 年利率 + 按期限平摊的全部费用。
      </p>
    </section>
  );
}
