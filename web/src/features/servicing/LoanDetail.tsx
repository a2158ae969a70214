/** One loan, the same for both sides: how it stands, what may be done, its plan and what was repaid. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import type { Texts } from "@/labels/label";
import { DRAW_STATE, drawLabel } from "@/labels/servicing";
import { Card } from "@/ui/Card";
import { NowPage, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { BorrowerActions } from "./BorrowerActions";
import { LenderActions } from "./LenderActions";
import { loanFigures } from "./LoanFigures";
import { LoanPlan } from "./LoanPlan";
import { LoanReceipts } from "./LoanReceipts";
import { LoanExtensions, LoanTerms, LoanUseChecks } from "./LoanTerms";
import { type LoanSide, loanQuery } from "./queries";

const NEXT: Record<LoanSide, Texts<Schema<"DrawState">>> = {
  institution: {
    recorded: "等待企业核对确认；企业在时限内没有答复的，视为确认。",
    running: "收到还款后请及时登记，企业会收到通知。",
    settled: "本息已还清。",
    rejected: "企业认为登记有误，原因见下。请核实后在对接单上重新登记。",
    withdrawn: "提款登记已撤回，不计入放款。",
  },
  enterprise: {
    recorded: "机构登记了一笔提款，请核对后确认；在时限内没有答复的，视为确认。",
    running: "请按还款计划备足资金。还款由机构登记，与实际不一致时请联系机构。",
    settled: "本息已还清。",
    rejected: "您认为登记有误，机构核实后会重新登记。",
    withdrawn: "机构已撤回这笔提款登记，不计入放款。",
  },
};

type Props = {
  side: LoanSide;
  id: string;
  back: { to: string; label: string };
  orderPath: (id: string) => string;
};

/** A loan is confirmed once and repaid; a further draw may be found wrong or be taken back. */
function track({ state }: Schema<"DrawDetail">): Track {
  const steps = ["登记提款", "企业确认", "按期还款", "结清"];
  const at = { recorded: 1, running: 2, settled: steps.length, rejected: 1, withdrawn: 1 }[state];
  return { steps, at, stopped: state === "rejected" || state === "withdrawn" };
}

function turn(side: LoanSide, { state, actions }: Schema<"DrawDetail">): Turn | null {
  if (state === "recorded") return side === "enterprise" && actions.length > 0 ? YOUR_TURN : { who: "企业" };
  return null;
}

export function LoanDetail({ side, id, back, orderPath }: Props) {
  const query = useQuery(loanQuery(side, id));
  const loan = query.data;
  return (
    <NowPage
      title={loan ? `借据 ${loan.voucher_no}` : "贷款"}
      status={loan && <StatusTag label={drawLabel(loan)} />}
      back={back}
      now={
        loan && {
          next: NEXT[side][loan.state],
          track: track(loan),
          turn: turn(side, loan),
          due: loan.due,
          figures: loanFigures(loan),
        }
      }
      actions={
        loan && (side === "institution" ? <LenderActions loan={loan} /> : <BorrowerActions loan={loan} />)
      }
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content side={side} loan={data} orderPath={orderPath} />}
      </Loaded>
    </NowPage>
  );
}

type ContentProps = Pick<Props, "side" | "orderPath"> & { loan: Schema<"DrawDetail"> };

function Content({ side, loan, orderPath }: ContentProps) {
  return (
    <>
      {loan.reason && (
        <div className="notice tone-warn form-note">
          {DRAW_STATE[loan.state].text}：{loan.reason}
        </div>
      )}
      <div className="columns">
        <div className="stack">
          <LoanPlan loan={loan} />
          <LoanReceipts loan={loan} />
          <LoanUseChecks side={side} loan={loan} />
        </div>
        <div className="stack">
          <LoanTerms side={side} loan={loan} orderPath={orderPath} />
          <LoanExtensions loan={loan} />
          <Card title="进展记录">
            <Timeline items={loan.timeline} />
          </Card>
        </div>
      </div>
    </>
  );
}
