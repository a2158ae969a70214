/** 综合融资成本清单（贷款明白纸）: everything that a loan costs, line by line, with who gets it and when. */
import type { Schema } from "@/api/types";
import { REPAYMENT } from "@/labels/finance";
import { FEE_PAYEE, FEE_TIMING, FIRST_PAYMENT } from "@/labels/loans";
import { Cost, Money, Rate } from "@/ui/Values";
import styles from "./CostSheet.module.css";

type Loan = Pick<Schema<"DecisionView">, "amount" | "rate" | "term_months" | "repayment" | "fees" | "costs">;

/** How often a fee falls due over the term; a part of a year counts by its months. */
function total(fee: Schema<"Fee">, months: number): number {
  if (fee.timing === "monthly") return fee.amount * months;
  if (fee.timing === "yearly") return Math.round((fee.amount * months) / 12);
  return fee.amount;
}

function Line({ name, note, fen }: { name: string; note: string; fen: number }) {
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.note}>{note}</span>
      </th>
      <td className="numeric">
        <Money fen={fen} unit="yuan" bare />
      </td>
    </tr>
  );
}

export function CostSheet({ loan, lender }: { loan: Loan; lender: string }) {
  const { costs, fees = [] } = loan;
  return (
    <div className={styles.sheet}>
      <table className="data-table">
        <caption>
          贷款 <Money fen={loan.amount} />
          ，期限 {loan.term_months} 个月，年利率 <Rate rate={loan.rate} />，{REPAYMENT[loan.repayment]}
        </caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className="numeric">
              全期合计（元）
            </th>
          </tr>
        </thead>
        <tbody>
          <Line name="利息" note={`${lender}收取，按${REPAYMENT[loan.repayment]}支付`} fen={costs.interest} />
          {fees.map((fee) => (
            <Line
              key={`${fee.name} ${fee.payee} ${fee.timing} ${fee.amount}`}
              name={fee.name}
              note={`${fee.payee === "lender" ? lender : FEE_PAYEE[fee.payee]}收取，${FEE_TIMING[fee.timing]}`}
              fen={total(fee, loan.term_months)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">利息与费用合计</th>
            <td className="numeric">
              <Money fen={costs.interest + costs.fees} unit="yuan" bare />
            </td>
          </tr>
        </tfoot>
      </table>
      <dl className={styles.figures}>
        <div>
          <dt>{FIRST_PAYMENT[loan.repayment]}</dt>
          <dd>
            <Money fen={costs.first_payment} unit="yuan" />
          </dd>
        </div>
        <div>
          <dt>最后一期还款</dt>
          <dd>
            <Money fen={costs.last_payment} unit="yuan" />
          </dd>
        </div>
        <div>
          <dt>综合年化成本</dt>
          <dd>
            <Cost cost={costs.annual_cost} />
          </dd>
        </div>
        <div>
          <dt>实际年利率（复利）</dt>
          <dd>
            <Cost cost={costs.effective_rate} />
          </dd>
        </div>
      </dl>
      <p className={styles.method}>
        综合年化成本按中国人民银行公告〔2021〕第3号，以全部利息和费用对实际占用的本金计算（内部收益率 ×
        12）。除上列项目外，机构不得另行收取费用；实际以签订的合同为准。
      </p>
    </div>
  );
}
