/** One order: the institution's terms, what the enterprise can answer now, and everything that happened. */

import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { complaintAbout, paths } from "@/app/paths";
import { RematchButton } from "@/features/matching/RematchButton";
import { DisputeNotice } from "@/features/orders/DisputeNotice";
import { DrawsCard } from "@/features/orders/draws/DrawsCard";
import { JointOfOrder } from "@/features/orders/jointCredit/JointOfOrder";
import { MaterialsCard } from "@/features/orders/materials/MaterialsCard";
import { OrderedProductCard } from "@/features/orders/OrderedProductCard";
import { OrderFigures } from "@/features/orders/OrderFigures";
import { enterpriseOrderQuery } from "@/features/orders/queries";
import { RepairCard } from "@/features/orders/RepairCard";
import { RatingCard } from "@/features/orders/ratings/RatingCard";
import { SecondCard } from "@/features/orders/secondCredit/SecondCard";
import { EnterpriseOrderActions } from "@/features/orders/steps/EnterpriseOrderActions";
import { SuspensionNotice } from "@/features/orders/suspension/SuspensionNotice";
import { orderState } from "@/labels/finance";
import { type Texts, textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { reputationText } from "@/labels/ratings";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { DueText } from "@/ui/DueText";
import { ownFile } from "@/ui/FileLinks";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText, Money } from "@/ui/Values";
import { WithActions } from "@/ui/WithActions";

const { enterprise } = paths;

const NEXT: Texts<Schema<"OrderState">> = {
  applied: "申请已提交，机构会在 {take_on_days} 个工作日内受理或说明原因。",
  grabbed: "机构已报价，还不知道贵公司名称。请确认对接或回复不选择。",
  contacting: "您已确认对接，机构会尽快与您联系。",
  due_diligence: "机构正在了解企业情况、收集材料。",
  credit_review: "机构正在审批。",
  offered: "机构已批准，请在有效期内答复。",
  contracting: "您已接受机构给出的条件，请与机构办理签约。",
  disbursed: "机构已登记付款，请核对数据并确认。",
  closed: "对接已完成。",
  refused: "机构没有批准，原因见下。需求仍可与其他机构对接。",
  declined_by_ent: "您没有选择该机构。",
  declined_offer: "您没有接受机构给出的条件。",
  withdrawn: "对接已撤回。",
  lost: "需求已由其他机构满足，对接自动结束。",
  invited: "平台已推送给该机构，等待接单。",
  passed: "该机构没有接单。",
  expired_ent: "您没有在时限内选择，报价已失效。",
  expired_inst: "机构没有在时限内受理，申请已结束。",
  expired_offer: "您没有在有效期内接受，授信已失效。",
  voided: "机构长时间没有办理，对接已作废，名额已退回。",
};

/** What comes after an order that came to nothing: for a public demand other institutions, for an application the public. */
function Further({ order }: { order: Schema<"EnterpriseOrderView"> }) {
  if (order.product) return <Link to={enterprise.demand(order.demand_id)}>转为公开需求</Link>;
  return <RematchButton demand={order.demand_id} />;
}

/** Whose turn it is. */
const dueLabel = ({ turn }: Schema<"EnterpriseOrderView">) =>
  turn === "enterprise" ? "请办理，至" : "等待机构，至";

function officerText(order: Schema<"EnterpriseOrderView">): string | null {
  if (!order.officer) return null;
  return order.officer.mobile ? `${order.officer.name} ${order.officer.mobile}` : order.officer.name;
}

export function OrderPage() {
  const words = useLimits();
  const { id = "" } = useParams();
  const query = useQuery(enterpriseOrderQuery(id));
  const order = query.data;
  return (
    <>
      <PageHeader
        title={order ? order.institution.name : "对接单"}
        status={order && <StatusTag label={orderState(order)} />}
        description={order && words(NEXT[order.state])}
        back={{ to: enterprise.orders, label: "返回对接单" }}
      />
      <Loaded query={query} rows={8}>
        {(data) => <Content order={data} />}
      </Loaded>
    </>
  );
}

function Content({ order }: { order: Schema<"EnterpriseOrderView"> }) {
  const navigate = useNavigate();
  const actions = <EnterpriseOrderActions order={order} />;
  return (
    <WithActions actions={actions}>
      <DisputeNotice order={order} side="enterprise" />
      <SuspensionNotice order={order} />
      <div className="columns">
        <div className="stack">
          <RepairCard order={order} profilePath={enterprise.profile} action={<Further order={order} />} />
          <JointOfOrder joint={order.joint_id} path={enterprise.jointCredit} />
          <MaterialsCard order={order} href={ownFile} />
          <DrawsCard side="enterprise" order={order} path={enterprise.loan} />
          <OrderFigures
            order={order}
            lender={order.institution.name}
            paymentFile={(file) => `/enterprise/orders/${order.id}/payment-files/${file}`}
          />
          <OrderedProductCard order={order} />
          <SecondCard
            side="enterprise"
            order={order}
            path={enterprise.secondCredit}
            onAsked={(second) => navigate(enterprise.secondCredit(second))}
          />
          <RatingCard id={order.id} party="enterprise" />
        </div>
        <div className="stack">
          <Card title="对接信息">
            <Descriptions
              columns={1}
              items={[
                { label: "对接单号", value: order.no },
                { label: dueLabel(order), value: <DueText due={order.due} /> },
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
                { label: "需求金额", value: <Money fen={order.demand_amount} /> },
                {
                  label: order.product ? "申请时间" : "报价时间",
                  value: <DateText value={order.opened_at} mode="time" />,
                },
                { label: "首次联系", value: <DateText value={order.contacted_at} mode="time" /> },
                { label: "结束时间", value: <DateText value={order.closed_at} mode="time" /> },
              ]}
            />
          </Card>
          <Card title="投诉与异议">
            <ComplaintLinks order={order} />
          </Card>
          <Card title="进展记录">
            <Timeline items={order.timeline} />
          </Card>
        </div>
      </div>
    </WithActions>
  );
}

/** Where to go when something is wrong with the order. */
function ComplaintLinks({ order }: { order: Schema<"EnterpriseOrderView"> }) {
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
