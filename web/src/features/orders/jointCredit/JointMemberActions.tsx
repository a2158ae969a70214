/** What the enterprise may do with one member: not take it, or confirm its payment. */
import { Button } from "antd";
import { Link } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { JointDropIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";
import styles from "../orders.module.css";
import { JointPaymentDialog } from "./JointPaymentDialog";

type Props = {
  joint: Schema<"EnterpriseJointView">;
  member: Schema<"JointMemberView">;
  orderPath: (id: string) => string;
};

export function JointMemberActions({ joint, member, orderPath }: Props) {
  const { open, show, close, done } = useDialog<"drop" | "confirm">();
  const { payment, order_id } = member;
  const droppable =
    member.state === "committed" &&
    member.role !== "lead" &&
    joint.actions.some(({ action, allowed }) => action === "drop_member" && allowed);
  const confirmable = payment?.order_state === "disbursed";
  if (!droppable && !confirmable && !order_id) return null;
  return (
    <div className={styles.buttonRow}>
      {order_id && <Link to={orderPath(order_id)}>查看对接单</Link>}
      {droppable && <Button onClick={() => show("drop")}>不纳入该成员</Button>}
      {confirmable && (
        <Button aria-label={`确认放款：${member.institution_name}`} onClick={() => show("confirm")}>
          确认放款
        </Button>
      )}
      {open === "drop" && (
        <ConfirmDialog
          title={`不纳入${member.institution_name}？`}
          okText="不纳入"
          danger
          reason={{ label: "理由", limit: JointDropIn.reason, placeholder: "只有牵头机构会看到" }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/enterprise/joint-credits/{id}/drop-member", {
                params: { path: { id: joint.id }, header: ifMatch(joint.version) },
                body: { member_id: member.id, reason },
                headers,
              }),
            )
          }
          changes="joint_credits"
          onDone={() => done("已告知牵头机构，份额重新认购")}
          onClose={close}
        >
          该机构不会知道贵企业是谁；它的份额由其他机构重新认购。
        </ConfirmDialog>
      )}
      {open === "confirm" && <JointPaymentDialog member={member} onDone={done} onClose={close} />}
    </div>
  );
}
