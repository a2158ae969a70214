/** How a loan stands, in large figures: what is late first, then what falls due next. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { OVERDUE_STAGE } from "@/labels/servicing";
import { DueText } from "@/ui/DueText";
import { DateText, Money } from "@/ui/Values";
import styles from "./servicing.module.css";

type FigureProps = { label: string; note?: ReactNode; late?: boolean; children: ReactNode };

export function Figure({ label, note, late, children }: FigureProps) {
  return (
    <div className={late ? `${styles.figure} ${styles.late}` : styles.figure}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.value}>{children}</span>
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

export const Figures = ({ children }: { children: ReactNode }) => (
  <dl className={styles.figures}>{children}</dl>
);

export function LoanFigures({ loan }: { loan: Schema<"DrawDetail"> }) {
  const lent = (
    <>
      放款 <Money fen={loan.amount} unit="yuan" />
    </>
  );
  return (
    <Figures>
      {loan.stage && (
        <Figure
          label="逾期未还本息"
          late
          note={
            <>
              <DateText value={loan.late_since} /> 起，已 {loan.late_days} 天（{OVERDUE_STAGE[loan.stage]}）
            </>
          }
        >
          <Money fen={loan.late_amount} unit="yuan" />
        </Figure>
      )}
      {loan.next_on && (
        <Figure
          label="下次应还本息"
          note={
            <>
              应还日 <DateText value={loan.next_on} />
            </>
          }
        >
          <Money fen={loan.next_amount} unit="yuan" />
        </Figure>
      )}
      {loan.due && (
        <Figure label="企业确认时限" note={<DueText due={loan.due} short />}>
          <DateText value={loan.due.at} />
        </Figure>
      )}
      {loan.state === "running" ? (
        <Figure label="剩余本金" note={lent}>
          <Money fen={loan.owed} unit="yuan" />
        </Figure>
      ) : (
        <Figure label={loan.place > 1 ? "提款金额" : "放款金额"}>
          <Money fen={loan.amount} unit="yuan" />
        </Figure>
      )}
      {loan.closed_at ? (
        <Figure label={loan.state === "settled" ? "结清日期" : "结束日期"}>
          <DateText value={loan.closed_at} />
        </Figure>
      ) : (
        <Figure label="到期日" note={loan.extensions.length > 0 ? "已展期" : undefined}>
          <DateText value={loan.matures_on} />
        </Figure>
      )}
    </Figures>
  );
}
