/** Monthly payment and all-in cost of a loan under this product. */
import { useId, useState } from "react";
import { useLoanCosts } from "@/api/loanCosts";
import type { Schema } from "@/api/types";
import { REPAYMENT } from "@/labels/finance";
import { FIRST_PAYMENT } from "@/labels/loans";
import {
  fenToWan,
  formatCost,
  moneyText,
  parseWhole,
  percentToRate,
  rateToPercent,
  wanToFen,
} from "@/lib/money";
import { isOutside, TERM } from "@/lib/ranges";

export function Calculator({ product }: { product: Schema<"ProductContent"> }) {
  const start = Math.min(product.amount_max ?? 100_000_000, Math.max(product.amount_min ?? 0, 100_000_000));
  const [amount, setAmount] = useState(fenToWan(start));
  const [months, setMonths] = useState(
    String(
      Math.min(Math.max(12, product.term_min ?? 1), Math.max(product.term_max ?? 12, product.term_min ?? 1)),
    ),
  );
  const [rate, setRate] = useState(rateToPercent(product.rate_min ?? 4_000));
  const [repayment, setRepayment] = useState<Schema<"Repayment">>(
    product.repayments[0] ?? "equal_installment",
  );
  const id = useId();
  const [fen, bp] = [wanToFen(amount), percentToRate(rate)];
  const term = parseWhole(months, 3) ?? 0;
  const valid = fen !== null && fen > 0 && bp !== null && bp <= 100_000 && !isOutside(term, TERM);
  const loan = valid
    ? { amount: fen, rate: bp, term_months: term, repayment, fees: [], product_fees: product.fees }
    : null;
  const costs = useLoanCosts(loan);
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
        {costs && (
          <dl className="calculator-result">
            <div>
              <dt>{FIRST_PAYMENT[repayment]}</dt>
              <dd className="num">{moneyText(costs.first_payment, "yuan")}</dd>
            </div>
            <div>
              <dt>最后一期还款</dt>
              <dd className="num">{moneyText(costs.last_payment, "yuan")}</dd>
            </div>
            <div>
              <dt>利息合计</dt>
              <dd className="num">{moneyText(costs.interest, "yuan")}</dd>
            </div>
            <div>
              <dt>费用合计</dt>
              <dd className="num">{moneyText(costs.fees, "yuan")}</dd>
            </div>
            <div>
              <dt>综合年化成本</dt>
              <dd className="num product-rate">{formatCost(costs.annual_cost)}</dd>
            </div>
          </dl>
        )}
      </div>
      <p className="calculator-note">
        计算结果仅供参考，以机构批准的条件和合同为准。综合年化成本以全部利息和费用对实际占用的本金计算（内部收益率
        × 12）。
      </p>
    </section>
  );
}
