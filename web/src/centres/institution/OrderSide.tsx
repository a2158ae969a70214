/** Beside an order of the institution: who works on it, what more can be begun with it, and what happened. */
import { Link, useNavigate } from "react-router";
import type { Schema } from "@/api/types";
import { complaintAbout, paths } from "@/app/paths";
import { JointProposeButton } from "@/features/orders/jointCredit/JointProposeButton";
import { RatingCard } from "@/features/orders/ratings/RatingCard";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Timeline } from "@/ui/Timeline";

const { institution } = paths;

export function OrderSide({ order }: { order: Schema<"InstitutionOrderView"> }) {
  const navigate = useNavigate();
  const { officer } = order;
  return (
    <div className="stack">
      <RatingCard id={order.id} party="institution" />
      <Card title="经办人">
        <Descriptions
          columns={1}
          items={[
            { label: "姓名", value: officer.active ? officer.name : `${officer.name}（账号已停用，请移交）` },
            { label: "分支机构或部门", value: officer.unit_name },
          ]}
        />
      </Card>
      <JointProposeButton order={order} onProposed={(joint) => navigate(institution.jointCredit(joint))} />
      <Card title="办理进展">
        <Timeline items={order.timeline} />
      </Card>
      <Card title="投诉与异议">
        <ul className="link-list">
          {order.enterprise && (
            <li>
              <Link to={institution.firm(order.id)}>企业全景</Link>
            </li>
          )}
          <li>
            <Link to={complaintAbout(institution.newComplaint, "enterprise", order.id)}>投诉该企业</Link>
          </li>
          <li>
            <Link to={`${institution.complaints}?order=${order.id}`}>查看这张对接单的投诉与异议</Link>
          </li>
        </ul>
      </Card>
    </div>
  );
}
