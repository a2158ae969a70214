/** Offer, credit decision, disbursement and refusal of an order in words; both sides see the same figures. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { FIRST_PAYMENT } from "@/labels/loans";
import { REFUSAL_CODE } from "@/labels/refusals";
import { Card } from "@/ui/Card";
import { CostSheet } from "@/ui/CostSheet";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { FileLinks } from "@/ui/FileLinks";
import { PrintedCard } from "@/ui/PrintedCard";
import { Cost, Count, DateText, Money, Rate } from "@/ui/Values";
import { EquityTerms, EquityTranches } from "./EquityFigures";
import { feesText } from "./offers/comparison";
import { Validity } from "./offers/Validity";
import styles from "./orders.module.css";
import { paymentDifferences } from "./steps/paymentDifferences";

type Terms = Pick<
  NonNullable<Schema<"OfferView">>,
  "amount" | "rate" | "term_months" | "fees" | "costs" | "repayment" | "guarantee" | "conditions"
>;

const terms = (value: Terms): DescriptionItem[] => [
  { label: "金额", value: <Money fen={value.amount} /> },
  { label: "年利率", value: <Rate rate={value.rate} /> },
  { label: "综合年化成本", value: <Cost cost={value.costs.annual_cost} /> },
  { label: "期限", value: <Count value={value.term_months} unit="个月" /> },
  { label: "还款方式", value: textOf(REPAYMENT, value.repayment) },
  { label: "担保方式", value: textOf(GUARANTEE, value.guarantee) },
  { label: FIRST_PAYMENT[value.repayment], value: <Money fen={value.costs.first_payment} unit="yuan" /> },
  { label: "利息合计", value: <Money fen={value.costs.interest} unit="yuan" /> },
  { label: "费用合计", value: <Money fen={value.costs.fees} unit="yuan" /> },
  { label: "费用明细", value: feesText(value.fees), wide: true },
  { label: "条件", value: value.conditions || "无", wide: true },
];

function Decision({ decision, open }: { decision: Schema<"DecisionView">; open: boolean }) {
  return (
    <Card title="授信决定">
      <Descriptions
        items={[
          ...terms(decision),
          {
            label: "有效期至",
            value: open ? (
              <Validity until={decision.valid_until} />
            ) : (
              <DateText value={decision.valid_until} />
            ),
          },
          { label: "作出时间", value: <DateText value={decision.decided_at} mode="time" /> },
        ]}
      />
    </Card>
  );
}

type PaymentProps = {
  loan: Schema<"DisbursementView">;
  decision: Schema<"DecisionView"> | null;
  href: (id: string) => string;
};

function Disbursement({ loan, decision, href }: PaymentProps) {
  const differences = decision && loan.differs.length > 0 ? paymentDifferences(decision, loan) : [];
  return (
    <Card title="放款">
      {differences.length > 0 && (
        <div className="notice tone-err form-note">
          <strong>与授信决定不一致</strong>
          <ul className="defect-list">
            {differences.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>机构说明：{loan.differs_because}</p>
        </div>
      )}
      <Descriptions
        items={[
          { label: "放款日期", value: <DateText value={loan.paid_on} /> },
          { label: "放款金额", value: <Money fen={loan.amount} /> },
          { label: "年利率", value: <Rate rate={loan.rate} /> },
          ...(loan.extended_rate === null
            ? []
            : [{ label: "展期后年利率", value: <Rate rate={loan.extended_rate} /> }]),
          { label: "期限", value: <Count value={loan.term_months} unit="个月" /> },
          { label: "到期日", value: <DateText value={loan.matures_on} /> },
          { label: "借据或凭证号", value: loan.voucher_no },
          { label: "还款方式", value: textOf(REPAYMENT, loan.repayment) },
          { label: "担保方式", value: textOf(GUARANTEE, loan.guarantee) },
          { label: "担保方", value: loan.guarantor_name },
          { label: "借款合同", value: `${loan.contract_no}，${loan.contract_on} 签订` },
          { label: "综合年化成本", value: <Cost cost={loan.costs.annual_cost} /> },
          { label: "后续放款", value: loan.more_follows ? "还有" : "无" },
          { label: "首贷", value: loan.first_loan ? "是" : "否" },
          {
            label: "企业确认",
            value: loan.confirmed_at ? <DateText value={loan.confirmed_at} mode="time" /> : "待确认",
          },
        ]}
      />
      {loan.files.length > 0 && <FileLinks files={loan.files} href={href} />}
    </Card>
  );
}

type Order = Pick<
  Schema<"EnterpriseOrderView">,
  "no" | "state" | "offer" | "decision" | "disbursement" | "equity" | "refusal"
>;

/** Why it ended, as the other side wrote. */
export function RefusalCard({ order: { refusal, state } }: { order: Order }) {
  if (!refusal) return null;
  return (
    <Card title={state === "refused" ? "未批准的原因" : "结束原因"}>
      <div className="notice tone-err">
        {refusal.code && <strong>{REFUSAL_CODE[refusal.code]}</strong>}
        <p className={styles.longText}>{refusal.text}</p>
      </div>
    </Card>
  );
}

export const isPaid = ({ disbursement, equity }: Order): boolean =>
  disbursement !== null || (equity?.tranches.length ?? 0) > 0;

/** `paymentFile`: path of a file of the payment. */
export function PaymentCards({ order, paymentFile }: { order: Order; paymentFile: (id: string) => string }) {
  const { disbursement, decision, equity } = order;
  return (
    <>
      {disbursement && <Disbursement loan={disbursement} decision={decision} href={paymentFile} />}
      {equity && <EquityTranches equity={equity} />}
    </>
  );
}

export const hasTerms = ({ offer, decision, equity }: Order): boolean =>
  offer !== null || decision !== null || Boolean(equity?.offer ?? equity?.term_sheet);

/** `lender`: who lends, in words. */
export function TermsCards({ order, lender }: { order: Order; lender: string }) {
  const { offer, decision, equity } = order;
  return (
    <>
      {decision && <Decision decision={decision} open={order.state === "offered"} />}
      {decision && (
        <PrintedCard title="综合融资成本清单" head={`对接单 ${order.no}`}>
          <CostSheet loan={decision} lender={lender} />
        </PrintedCard>
      )}
      {equity && <EquityTerms equity={equity} open={order.state === "offered"} />}
      {offer && (
        <Card title="机构报价">
          <Descriptions
            items={[
              ...terms(offer),
              { label: "报价有效期至", value: <DateText value={offer.valid_until} /> },
              { label: "机构说明", value: offer.note, wide: true },
            ]}
          />
        </Card>
      )}
    </>
  );
}
