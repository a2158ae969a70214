/** What the enterprise may do with one member: not take it, or confirm its payment. */
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";
import { useJointWrite } from "./jointQueries";

type Props = {
  joint: Schema<"EnterpriseJointView">;
  member: Schema<"JointMemberView">;
  orderPath: (id: string) => string;
};

export function JointMemberActions({ joint, member, orderPath }: Props) {
  const [open, setOpen] = useState<"drop" | "confirm" | null>(null);
  const toast = useToast();
  const done = (text: string) => {
    setOpen(null);
    toast(text);
  };
  const drop = useJointWrite(
    (reason: string, headers) =>
      unwrap(
        api.POST("/enterprise/joint-credits/{id}/drop-member", {
          params: { path: { id: joint.id } },
          body: { version: joint.version, member_id: member.id, reason },
          headers,
        }),
      ),
    () => done("已告知牵头机构，份额重新认购"),
  );
  const { payment, order_id } = member;
  const confirm = useJointWrite(
    (_: undefined, headers) =>
      unwrap(
        api.POST("/enterprise/orders/{id}/confirm-disbursement", {
          params: { path: { id: order_id ?? "" } },
          body: { version: payment?.order_version ?? 0 },
          headers,
        }),
      ),
    () => done(`已确认${member.institution_name}的放款`),
  );
  const close = () => {
    setOpen(null);
    drop.reset();
    confirm.reset();
  };
  const droppable =
    member.state === "committed" &&
    member.role !== "lead" &&
    joint.actions.some(({ action, allowed }) => action === "drop_member" && allowed);
  const confirmable = payment?.order_state === "disbursed";
  if (!droppable && !confirmable && !order_id) return null;
  return (
    <div className="button-row">
      {order_id && <Link to={orderPath(order_id)}>查看对接单</Link>}
      {droppable && <Button onClick={() => setOpen("drop")}>不纳入该成员</Button>}
      {confirmable && (
        <Button type="primary" onClick={() => setOpen("confirm")}>
          确认放款
        </Button>
      )}
      <ConfirmDialog
        open={open === "drop"}
        title={`不纳入${member.institution_name}？`}
        okText="不纳入"
        danger
        reason={{ label: "理由", min: 2, max: 500, placeholder: "只有牵头机构会看到" }}
        pending={drop.isPending}
        problem={drop.error}
        onConfirm={(reason) => drop.send(reason)}
        onClose={close}
      >
        该机构不会知道贵公司是谁；它的份额由其他机构重新认购。
      </ConfirmDialog>
      <ConfirmDialog
        open={open === "confirm"}
        title="确认放款"
        okText="数据无误，确认放款"
        pending={confirm.isPending}
        problem={confirm.error}
        onConfirm={() => confirm.send(undefined)}
        onClose={close}
      >
        {payment &&
          `请核对：${member.institution_name}放款 ${moneyText(payment.amount)}，放款日期 ${payment.paid_on}，凭证号 ${payment.voucher_no}。与实际不符时请先联系机构更正，不要确认。`}
      </ConfirmDialog>
    </div>
  );
}
