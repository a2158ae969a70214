/** Everything the enterprise may do with an order, with the dialogs behind the buttons. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FoldedActionBar } from "@/ui/FoldedActionBar";
import { splitActions } from "@/ui/splitActions";
import { useToast } from "@/ui/Toast";
import { AcceptDialog } from "./AcceptDialog";
import { ConfirmOrderDialog } from "./ConfirmOrderDialog";
import { LeaveHeldDialog } from "./LeaveHeldDialog";
import { ENTERPRISE_ACTIONS, type EnterpriseActionKey, worded } from "./orderActions";
import { ProvideMaterialsDialog } from "./ProvideMaterialsDialog";
import { useOrderWrite } from "./queries";
import "./orders.css";

const ENDINGS = {
  decline: {
    path: "/enterprise/orders/{id}/decline",
    title: "不选择该机构？",
    text: "该机构会收到通知和您填写的理由，不会看到贵公司的名称。此操作不能恢复。",
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

export function EnterpriseOrderActions({ order }: { order: Schema<"EnterpriseOrderView"> }) {
  const [open, setOpen] = useState<EnterpriseActionKey | null>(null);
  const toast = useToast();
  const params = { path: { id: order.id } };
  const done = (text: string) => {
    setOpen(null);
    toast(text);
  };
  const ending = isEnding(open) ? open : null;
  const end = useOrderWrite(
    ({ kind, reason }: { kind: Ending; reason: string }, headers) =>
      unwrap(api.POST(ENDINGS[kind].path, { params, body: { version: order.version, reason }, headers })),
    () => done(ending ? ENDINGS[ending].done : "已处理"),
  );
  const confirmLoan = useOrderWrite(
    (_: undefined, headers) =>
      unwrap(
        api.POST("/enterprise/orders/{id}/confirm-disbursement", {
          params,
          body: { version: order.version },
          headers,
        }),
      ),
    () => done("已确认，本次对接完成"),
  );
  const close = () => {
    setOpen(null);
    end.reset();
    confirmLoan.reset();
  };
  const { allowed, blocked } = splitActions(worded(ENTERPRISE_ACTIONS, order.kind), order.actions, setOpen);
  const loan = order.disbursement;
  const { equity } = order;
  return (
    <>
      <FoldedActionBar allowed={allowed} blocked={blocked} />
      <LeaveHeldDialog
        side="enterprise"
        order={order}
        open={open === "leave_held"}
        onDone={done}
        onClose={close}
      />
      <ConfirmOrderDialog order={order} open={open === "confirm"} onDone={done} onClose={close} />
      <ProvideMaterialsDialog
        order={order}
        open={open === "provide_materials"}
        onDone={done}
        onClose={close}
      />
      <AcceptDialog order={order} open={open === "accept"} onDone={done} onClose={close} />
      <ConfirmDialog
        open={open === "confirm_disbursement"}
        title={equity ? "确认到账" : "确认放款"}
        okText={equity ? "数据无误，确认到账" : "数据无误，确认放款"}
        pending={confirmLoan.isPending}
        problem={confirmLoan.error}
        onConfirm={() => confirmLoan.send(undefined)}
        onClose={close}
      >
        {equity &&
          `请核对：共 ${equity.tranches.length} 笔，累计到账 ${moneyText(equity.paid)}。与实际不符时请先联系机构更正，不要确认。`}
        {loan &&
          `请核对：放款金额 ${moneyText(loan.amount)}，年利率 ${formatRate(loan.rate)}，期限 ${loan.term_months} 个月，放款日期 ${loan.paid_on}。与实际不符时请先联系机构更正，不要确认。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={ending !== null}
        title={ending ? ENDINGS[ending].title : ""}
        okText={ending ? ENDINGS[ending].ok : "确定"}
        danger
        reason={{ label: "理由", min: 2, max: 500, placeholder: "请简要说明，便于机构改进服务" }}
        pending={end.isPending}
        problem={end.error}
        onConfirm={(reason) => ending && end.send({ kind: ending, reason })}
        onClose={close}
      >
        {ending && ENDINGS[ending].text}
      </ConfirmDialog>
    </>
  );
}
