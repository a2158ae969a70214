/** 借据信息: what was paid out under which terms, how its end was put off, and what the money was used for. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { feeText } from "@/labels/loans";
import { USE_FINDING } from "@/labels/servicing";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { FileLinks } from "@/ui/FileLinks";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText, Money, Rate } from "@/ui/Values";
import { type LoanSide, loanFile } from "./queries";
import styles from "./servicing.module.css";

type Props = { side: LoanSide; loan: Schema<"DrawDetail"> };

export function LoanTerms({ side, loan, orderPath }: Props & { orderPath: (id: string) => string }) {
  const { terms } = loan;
  const fees = terms.fees ?? [];
  return (
    <Card title="借据信息">
      <Descriptions
        columns={1}
        items={[
          side === "institution"
            ? { label: "企业", value: loan.enterprise_name }
            : { label: "机构", value: loan.institution_name },
          { label: "对接单", value: <Link to={orderPath(loan.order_id)}>{loan.order_no}</Link> },
          { label: "提款次序", value: `第 ${loan.place} 次` },
          { label: "借款合同编号", value: terms.contract_no },
          { label: "放款日期", value: <DateText value={terms.paid_on} /> },
          { label: "金额", value: <Money fen={terms.amount} unit="yuan" /> },
          { label: "年利率", value: <Rate rate={loan.rate} /> },
          { label: "期限", value: <Count value={terms.term_months} unit="个月" /> },
          { label: "到期日", value: <DateText value={loan.matures_on} /> },
          { label: "还款方式", value: REPAYMENT[terms.repayment] },
          { label: "担保方式", value: GUARANTEE[terms.guarantee] },
          { label: "费用", value: fees.length > 0 ? fees.map(feeText).join("；") : "无" },
        ]}
      />
      <h3 className={styles.part}>合同与凭证文件</h3>
      <FileLinks files={loan.files} href={loanFile(side, loan.id)} />
    </Card>
  );
}

export function LoanExtensions({ loan }: { loan: Schema<"DrawDetail"> }) {
  if (loan.extensions.length === 0) return null;
  return (
    <Card title="展期">
      <ul className={styles.lines}>
        {loan.extensions.map((extension) => (
          <li key={extension.agreed_on}>
            <DateText value={extension.agreed_on} /> 约定展期至 <DateText value={extension.until} />
            ，原到期日起年利率 <Rate rate={extension.rate} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function LoanUseChecks({ side, loan }: Props) {
  if (loan.checks.length === 0) return null;
  return (
    <Card title="用途核查">
      <ul className={styles.lines}>
        {loan.checks.map((check) => (
          <li key={check.id}>
            <DateText value={check.checked_on} /> <StatusTag label={USE_FINDING[check.finding]} />
            <p className={styles.said}>{check.note}</p>
            {check.files.length > 0 && <FileLinks files={check.files} href={loanFile(side, loan.id)} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
