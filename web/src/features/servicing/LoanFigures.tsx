/** How a loan stands, in large figures: what is late first, then what falls due next. */
import type { Schema } from "@/api/types";
import { OVERDUE_STAGE } from "@/labels/servicing";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { DateText, Money } from "@/ui/Values";

type Loan = Schema<"DrawDetail">;

const late = (loan: Loan, stage: Schema<"OverdueStage">): KeyFigure => ({
  label: "逾期未还本息",
  late: true,
  note: (
    <>
      <DateText value={loan.late_since} /> 起，已 {loan.late_days} 天（{OVERDUE_STAGE[stage]}）
    </>
  ),
  value: <Money fen={loan.late_amount} unit="yuan" />,
});

const next = (loan: Loan): KeyFigure => ({
  label: "下次应还本息",
  note: (
    <>
      应还日 <DateText value={loan.next_on} />
    </>
  ),
  value: <Money fen={loan.next_amount} unit="yuan" />,
});

const lent = (loan: Loan): KeyFigure =>
  loan.state === "running"
    ? {
        label: "剩余本金",
        note: (
          <>
            放款 <Money fen={loan.amount} unit="yuan" />
          </>
        ),
        value: <Money fen={loan.owed} unit="yuan" />,
      }
    : {
        label: loan.place > 1 ? "提款金额" : "放款金额",
        value: <Money fen={loan.amount} unit="yuan" />,
      };

const end = (loan: Loan): KeyFigure =>
  loan.closed_at
    ? {
        label: loan.state === "settled" ? "结清日期" : "结束日期",
        value: <DateText value={loan.closed_at} />,
      }
    : {
        label: "到期日",
        note: loan.extensions.length > 0 ? "已展期" : undefined,
        value: <DateText value={loan.matures_on} />,
      };

export const loanFigures = (loan: Loan): KeyFigure[] => [
  ...(loan.stage ? [late(loan, loan.stage)] : []),
  ...(loan.next_on ? [next(loan)] : []),
  lent(loan),
  end(loan),
];
