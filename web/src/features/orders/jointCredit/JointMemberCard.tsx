/** The members of a joint credit: share, decision and payment of each, as far as this reader may know them. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { JOINT_MEMBER_STATE, JOINT_ROLE } from "@/labels/joint";
import { REFUSAL_CODE } from "@/labels/refusals";
import { Card } from "@/ui/Card";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { DueText } from "@/ui/DueText";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money, Rate } from "@/ui/Values";
import ordersStyles from "../orders.module.css";
import jointStyles from "./joint.module.css";
import { isGone } from "./jointProgress";

type Props = {
  members: readonly Schema<"JointMemberView">[];
  empty: string;
  /** The plan stands beside them: shares and rates are told there. */
  planned?: boolean;
  /** Buttons of one member. */
  extra?: (member: Schema<"JointMemberView">) => ReactNode;
};

function figures(member: Schema<"JointMemberView">, planned: boolean): DescriptionItem[] {
  const guarantor = member.role === "guarantor";
  const taken = member.wanted > 0 && !(planned && !isGone(member));
  const items: DescriptionItem[] = [];
  if (taken) {
    items.push({ label: guarantor ? "担保份额" : "份额", value: <Money fen={member.share} /> });
    if (member.share !== member.wanted)
      items.push({ label: "认购金额", value: <Money fen={member.wanted} /> });
    items.push(
      guarantor
        ? { label: "担保费", value: <Money fen={member.fee} unit="yuan" /> }
        : { label: "年利率", value: <Rate rate={member.rate} /> },
    );
  }
  if (member.due) items.push({ label: "审批时限", value: <DueText due={member.due} /> });
  const { payment } = member;
  if (payment && !guarantor)
    items.push({
      label: "放款",
      value: payment.paid_on ? (
        <>
          <Money fen={payment.amount} />，<DateText value={payment.paid_on} />
          {payment.order_state === "closed" ? "，企业已确认" : "，待企业确认"}
        </>
      ) : (
        "待放款"
      ),
    });
  if (member.conditions) items.push({ label: "授信条件", value: member.conditions, wide: true });
  if (member.reason)
    items.push({
      label: "原因",
      value: member.refusal_code ? `${REFUSAL_CODE[member.refusal_code]}：${member.reason}` : member.reason,
      wide: true,
    });
  return items;
}

export function JointMemberCard({ members, empty, planned = false, extra }: Props) {
  return (
    <Card title={members.length > 0 ? `成员（${members.length}）` : "成员"}>
      {members.length === 0 && <EmptyState title={empty} />}
      {members.map((member) => {
        const items = figures(member, planned);
        return (
          <section key={member.id} className={ordersStyles.openedPart} aria-label={member.institution_name}>
            <div className={jointStyles.jointMemberHead}>
              <h3>{member.institution_name}</h3>
              <span className="card-note">{JOINT_ROLE[member.role]}</span>
              <StatusTag label={JOINT_MEMBER_STATE[member.state]} />
            </div>
            {items.length > 0 && <Descriptions items={items} />}
            {extra?.(member)}
          </section>
        );
      })}
    </Card>
  );
}
