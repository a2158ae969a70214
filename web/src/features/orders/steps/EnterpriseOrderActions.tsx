/** Everything the enterprise may do with an order, with the dialogs behind the buttons. */
import type { ReactNode } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { ENTERPRISE_ACTIONS, type EnterpriseActionKey, SOON_ENTERPRISE, worded } from "./orderActions";
import { paymentDifferences } from "./paymentDifferences";

const ProvideMaterialsDialog = lazyPart(() =>
  import("../materials/ProvideMaterialsDialog").then((m) => m.ProvideMaterialsDialog),
);
const LeaveHeldDialog = lazyPart(() =>
  import("../suspension/LeaveHeldDialog").then((m) => m.LeaveHeldDialog),
);
const AcceptDialog = lazyPart(() => import("./AcceptDialog").then((m) => m.AcceptDialog));
const ConfirmOrderDialog = lazyPart(() => import("./ConfirmOrderDialog").then((m) => m.ConfirmOrderDialog));

const ENDINGS = {
  decline: {
    path: "/enterprise/orders/{id}/decline",
    title: "不选择该机构？",
    text: "该机构会收到通知和您填写的理由，不会看到贵企业的名称。此操作不能恢复。",
    ok: "不选择该机构",
    done: "已回复该机构",
  },
  decline_offer: {
    path: "/enterprise/orders/{id}/decline-offer",
    title: "不接受机构给出的条件？",
    text: "与该机构的对接将结束，机构会看到您填写的理由。此操作不能恢复。",
    ok: "不接受",
    done: "已回复该机构",
  },
  withdraw: {
    path: "/enterprise/orders/{id}/withdraw",
    title: "退出与该机构的对接？",
    text: "对接将结束，机构会看到您填写的理由。资料授权请在“数据授权”中查看或撤回。",
    ok: "退出对接",
    done: "已退出对接",
  },
} as const;

type Ending = keyof typeof ENDINGS;
const isEnding = (key: EnterpriseActionKey | null): key is Ending => key !== null && key in ENDINGS;

type Bar = (props: { allowed: Action[]; institution: string }) => ReactNode;

type Props = {
  order: Schema<"EnterpriseOrderView">;
  /** Where the order is one among others that are decided together: other buttons for the same. */
  bar?: Bar;
  /** It is decided among others further down: here nothing stands out. */
  below?: boolean;
};

export function EnterpriseOrderActions({ order, bar: Bar, below }: Props) {
  const { open, show, close, done } = useDialog<EnterpriseActionKey>();
  const params = { path: { id: order.id }, header: ifMatch(order.version) };
  const ending = isEnding(open) ? ENDINGS[open] : null;
  const { allowed, blocked } = splitActions(
    worded(ENTERPRISE_ACTIONS, order.kind),
    order.actions,
    show,
    SOON_ENTERPRISE[order.state] ?? [],
  );
  const loan = order.disbursement;
  const { equity } = order;
  const dialog = { order, onDone: done, onClose: close };
  return (
    <>
      {Bar ? (
        <Bar allowed={allowed} institution={order.institution.name} />
      ) : (
        <NowActions
          allowed={below ? [] : allowed}
          more={below ? allowed : []}
          // That an order has ended its head says already.
          blocked={order.closed_at ? [] : blocked}
        />
      )}
      {open === "leave_held" && <LeaveHeldDialog side="enterprise" {...dialog} />}
      {open === "confirm" && <ConfirmOrderDialog {...dialog} />}
      {open === "provide_materials" && <ProvideMaterialsDialog {...dialog} />}
      {open === "accept" && <AcceptDialog {...dialog} />}
      {open === "confirm_disbursement" && (
        <ConfirmDialog
          title={equity ? "确认到账" : "确认放款"}
          okText={equity ? "数据无误，确认到账" : "数据无误，确认放款"}
          write={(_, headers) =>
            unwrap(api.POST("/enterprise/orders/{id}/confirm-disbursement", { params, headers }))
          }
          changes="orders"
          onDone={() => done("已确认，本次对接完成")}
          onClose={close}
        >
          {equity &&
            `请核对：共 ${equity.tranches.length} 笔，累计到账 ${moneyText(equity.paid)}。与实际不符时请先联系机构更正，不要确认。`}
          {loan && order.decision && <PaidOtherwise loan={loan} decision={order.decision} />}
          {loan &&
            `请核对：放款金额 ${moneyText(loan.amount)}，年利率 ${formatRate(loan.rate)}，期限 ${loan.term_months} 个月，放款日期 ${loan.paid_on}。与实际不符时请先联系机构更正，不要确认。`}
        </ConfirmDialog>
      )}
      {ending && (
        <ConfirmDialog
          title={ending.title}
          okText={ending.ok}
          danger
          reason={{ label: "理由", limit: ReasonIn.reason, placeholder: "请简要说明，便于机构改进服务" }}
          write={(reason, headers) => unwrap(api.POST(ending.path, { params, body: { reason }, headers }))}
          changes="orders"
          onDone={() => done(ending.done)}
          onClose={close}
        >
          {ending.text}
        </ConfirmDialog>
      )}
    </>
  );
}

/** What differs from the grant, in red, before the firm confirms it. */
function PaidOtherwise({
  loan,
  decision,
}: {
  loan: Schema<"DisbursementView">;
  decision: Schema<"DecisionView">;
}) {
  const differences = paymentDifferences(decision, loan);
  if (differences.length === 0) return null;
  return (
    <span className="notice tone-err form-note" role="alert">
      <strong>放款与授信决定不一致：</strong>
      {differences.join("；")}。机构说明：{loan.differs_because}
    </span>
  );
}
