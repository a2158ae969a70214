/** One order of the institution: the masked demand, what the enterprise opened, figures, timeline and actions. */

import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { complaintAbout, paths } from "@/app/paths";
import { MaskedDemand } from "@/features/demands/MaskedDemand";
import { DisputeNotice } from "@/features/orders/DisputeNotice";
import { DrawsCard } from "@/features/orders/draws/DrawsCard";
import { JointOfOrder } from "@/features/orders/jointCredit/JointOfOrder";
import { JointProposeButton } from "@/features/orders/jointCredit/JointProposeButton";
import { MaterialsCard } from "@/features/orders/materials/MaterialsCard";
import { OpenedData } from "@/features/orders/OpenedData";
import { OrderedProductCard } from "@/features/orders/OrderedProductCard";
import { OrderFigures } from "@/features/orders/OrderFigures";
import { institutionOrderQuery } from "@/features/orders/queries";
import { RatingCard } from "@/features/orders/ratings/RatingCard";
import { SecondCard } from "@/features/orders/secondCredit/SecondCard";
import { InstitutionOrderActions } from "@/features/orders/steps/InstitutionOrderActions";
import { SuspensionNotice } from "@/features/orders/suspension/SuspensionNotice";
import { borrowerOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { DueText } from "@/ui/DueText";
import { ownFile } from "@/ui/FileLinks";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { WithActions } from "@/ui/WithActions";
import { decidesJointly, nextStep } from "./orderWords";

export function OrderPage() {
  const words = useLimits();
  const { id = "" } = useParams();
  const query = useQuery(institutionOrderQuery(id));
  const order = query.data;
  return (
    <>
      <PageHeader
        title={order ? ["对接单", order.no, borrowerOf(order)].filter(Boolean).join(" ") : "对接单"}
        description={order && words(nextStep(order))}
        back={{ to: paths.institution.orders, label: "对接单" }}
        status={order && <StatusTag label={orderState(order)} />}
      />
      <Loaded query={query} rows={10}>
        {(data) => <Order order={data} />}
      </Loaded>
    </>
  );
}

/** Whose turn it is. */
const dueLabel = ({ turn }: Schema<"InstitutionOrderView">) =>
  turn === "enterprise" ? "等待企业，至" : "请办理，至";

function Order({ order }: { order: Schema<"InstitutionOrderView"> }) {
  const navigate = useNavigate();
  const gone = () => navigate(paths.institution.orders);
  const actions = (
    <InstitutionOrderActions
      order={order}
      onGone={gone}
      onTake={() => navigate(paths.institution.demand(order.demand.id))}
      onJoint={
        decidesJointly(order) && order.joint_id
          ? () => navigate(paths.institution.jointCredit(order.joint_id ?? ""))
          : undefined
      }
    />
  );
  return (
    <WithActions actions={actions}>
      <DisputeNotice order={order} side="institution" />
      <SuspensionNotice order={order} />
      <div className="columns">
        <div className="stack">
          <JointOfOrder joint={order.joint_id} path={paths.institution.jointCredit} />
          <MaterialsCard order={order} href={(file) => `/institution/orders/${order.id}/materials/${file}`} />
          <DrawsCard side="institution" order={order} path={paths.institution.loan} />
          <OrderFigures order={order} lender="本机构" paymentFile={ownFile} />
          <OrderedProductCard order={order} />
          <SecondCard
            side="institution"
            order={order}
            path={paths.institution.secondCredit}
            onAsked={(second) => navigate(paths.institution.secondCredit(second))}
          />
          <RatingCard id={order.id} party="institution" />
          <OpenedData order={order} />
          <MaskedDemand demand={order.demand} named={borrowerOf(order) !== null} />
        </div>
        <div className="stack">
          <Card title="时限与经办人">
            <Descriptions
              columns={1}
              items={[
                { label: dueLabel(order), value: <DueText due={order.due} /> },
                {
                  label: "姓名",
                  value: order.officer.active
                    ? order.officer.name
                    : `${order.officer.name}（账号已停用，请移交）`,
                },
                { label: "分支机构或部门", value: order.officer.unit_name },
              ]}
            />
          </Card>
          <JointProposeButton
            order={order}
            onProposed={(joint) => navigate(paths.institution.jointCredit(joint))}
          />
          <Card title="投诉与异议">
            <ul className="link-list">
              <li>
                <Link to={complaintAbout(paths.institution.newComplaint, "enterprise", order.id)}>
                  投诉该企业
                </Link>
              </li>
              <li>
                <Link to={`${paths.institution.complaints}?order=${order.id}`}>
                  查看这张对接单的投诉与异议
                </Link>
              </li>
            </ul>
          </Card>
          <Card title="办理进展">
            <Timeline items={order.timeline} />
          </Card>
        </div>
      </div>
    </WithActions>
  );
}
