/** Beside an order of the enterprise: with whom, since when, where to go when something is wrong, and what happened. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { complaintAbout, paths } from "@/app/paths";
import { RatingCard } from "@/features/orders/ratings/RatingCard";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { reputationText } from "@/labels/ratings";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";

const { enterprise } = paths;

type Props = { order: Schema<"EnterpriseOrderView"> };

function officerText({ officer }: Schema<"EnterpriseOrderView">): string | null {
  if (!officer) return null;
  return officer.mobile ? `${officer.name} ${officer.mobile}` : officer.name;
}

export function OrderSide({ order }: Props) {
  return (
    <div className="stack">
      <RatingCard id={order.id} party="enterprise" />
      <Card title="对接信息">
        <Descriptions
          columns={1}
          items={[
            { label: "对接单号", value: order.no },
            { label: "经办人", value: officerText(order) },
            { label: "机构类型", value: textOf(INSTITUTION_TYPE, order.institution.institution_type) },
            {
              label: "机构介绍",
              value: <Link to={paths.institutionCard(order.institution.id)}>查看机构名片</Link>,
            },
            { label: "机构评价", value: reputationText(order.institution.reputation) },
            {
              label: "融资需求",
              value: <Link to={enterprise.demand(order.demand_id)}>{order.demand_no}</Link>,
            },
            {
              label: order.product ? "申请时间" : "报价时间",
              value: <DateText value={order.opened_at} mode="time" />,
            },
            ...(order.contacted_at
              ? [{ label: "首次联系", value: <DateText value={order.contacted_at} mode="time" /> }]
              : []),
            ...(order.closed_at
              ? [{ label: "结束时间", value: <DateText value={order.closed_at} mode="time" /> }]
              : []),
          ]}
        />
      </Card>
      <Card title="进展记录">
        <Timeline items={order.timeline} />
      </Card>
      <Card title="投诉与异议">
        <ComplaintLinks order={order} />
      </Card>
    </div>
  );
}

/** Where to go when something is wrong with the order. */
function ComplaintLinks({ order }: Props) {
  const about = (kind: string) => complaintAbout(enterprise.newComplaint, kind, order.id);
  const paid = order.state === "disbursed" || order.state === "closed";
  return (
    <ul className="link-list">
      {paid && !order.disputed && (
        <li>
          <Link to={about("disbursement")}>对放款有异议</Link>
        </li>
      )}
      <li>
        <Link to={about("institution")}>投诉该机构</Link>
      </li>
      <li>
        <Link to={`${enterprise.complaints}?order=${order.id}`}>查看这张对接单的投诉与异议</Link>
      </li>
    </ul>
  );
}
