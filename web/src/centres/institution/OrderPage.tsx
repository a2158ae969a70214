/** One order of the institution: what has to be done now, the enterprise's file, the terms, and everything that happened. */

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MaskedDemand, MaskedProfile } from "@/features/demands/MaskedDemand";
import { DisputeNotice } from "@/features/orders/DisputeNotice";
import { DrawsCard } from "@/features/orders/draws/DrawsCard";
import { GUARANTOR_NEXT } from "@/features/orders/jointCredit/guarantee";
import { JointOfOrder } from "@/features/orders/jointCredit/JointOfOrder";
import { useJointPart } from "@/features/orders/jointCredit/useJointPart";
import { MaterialsCard } from "@/features/orders/materials/MaterialsCard";
import { ClosedData, OpenedData, OpenedFinance } from "@/features/orders/OpenedData";
import { OrderedProductCard } from "@/features/orders/OrderedProductCard";
import { hasTerms, isPaid, PaymentCards, RefusalCard, TermsCards } from "@/features/orders/OrderFigures";
import { guaranteeFigures, orderKeyFigures } from "@/features/orders/orderKeyFigures";
import { orderTrack, orderTurn } from "@/features/orders/orderTrack";
import { institutionOrderQuery } from "@/features/orders/queries";
import { SecondCard } from "@/features/orders/secondCredit/SecondCard";
import { InstitutionOrderActions } from "@/features/orders/steps/InstitutionOrderActions";
import { decidesJointly } from "@/features/orders/steps/orderActions";
import { SuspensionNotice } from "@/features/orders/suspension/SuspensionNotice";
import { borrowerOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { ownFile } from "@/ui/FileLinks";
import { NowPage } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { OrderSide } from "./OrderSide";
import { nextStep, startPart } from "./orderWords";

const { institution } = paths;

type Order = Schema<"InstitutionOrderView">;

export function OrderPage() {
  const words = useLimits();
  const { id = "" } = useParams();
  const query = useQuery(institutionOrderQuery(id));
  const { order, guarantor } = useJointPart("institution", query.data);
  return (
    <NowPage
      title={order ? ["对接单", order.no, borrowerOf(order)].filter(Boolean).join(" ") : "对接单"}
      status={order && <StatusTag label={orderState(order)} />}
      back={{ to: institution.orders, label: "对接单" }}
      now={
        order && {
          next:
            guarantor && order.state === "contracting" ? GUARANTOR_NEXT.institution : words(nextStep(order)),
          track: orderTrack(order, guarantor !== undefined),
          turn: order.corrected ? { who: "企业或平台" } : orderTurn(order, "institution"),
          due: order.due,
          figures: guarantor
            ? guaranteeFigures(guarantor, order.demand)
            : orderKeyFigures(order, order.demand),
        }
      }
      actions={order && <Actions order={order} />}
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content order={data} />}
      </Loaded>
    </NowPage>
  );
}

function Actions({ order }: { order: Order }) {
  const navigate = useNavigate();
  return (
    <InstitutionOrderActions
      order={order}
      onGone={() => navigate(institution.orders)}
      onTake={() => navigate(institution.demand(order.demand.id))}
      onJoint={
        decidesJointly(order) && order.joint_id
          ? () => navigate(institution.jointCredit(order.joint_id ?? ""))
          : undefined
      }
    />
  );
}

function Content({ order }: { order: Order }) {
  return (
    <>
      <DisputeNotice order={order} side="institution" />
      <SuspensionNotice order={order} />
      <div className="columns">
        <div className="stack">
          <RefusalCard order={order} />
          <JointOfOrder joint={order.joint_id} path={institution.jointCredit} />
          <OrderParts order={order} />
        </div>
        <OrderSide order={order} />
      </div>
    </>
  );
}

function OrderParts({ order }: { order: Order }) {
  const navigate = useNavigate();
  const { enterprise } = order;
  return (
    <Parts
      label="对接单内容"
      start={startPart(order)}
      parts={[
        isPaid(order) && {
          key: "paid",
          title: "放款与还款",
          content: (
            <>
              <DrawsCard side="institution" order={order} path={institution.loan} />
              <PaymentCards order={order} paymentFile={ownFile} />
              <SecondCard
                side="institution"
                order={order}
                path={institution.secondCredit}
                onAsked={(second) => navigate(institution.secondCredit(second))}
              />
            </>
          ),
        },
        {
          key: "file",
          title: "企业资料",
          content: enterprise ? (
            <OpenedData order={order} enterprise={enterprise} />
          ) : (
            <>
              <ClosedData order={order} />
              <MaskedProfile demand={order.demand} named={borrowerOf(order) !== null} />
            </>
          ),
        },
        enterprise !== null && {
          key: "finance",
          title: "财务与附件",
          content: <OpenedFinance order={order} enterprise={enterprise} />,
        },
        order.materials.length > 0 && {
          key: "materials",
          title: "补充材料",
          count: order.materials.length,
          content: (
            <MaterialsCard
              order={order}
              href={(file) => `/institution/orders/${order.id}/materials/${file}`}
            />
          ),
        },
        hasTerms(order) && {
          key: "terms",
          title: order.decision || order.equity?.term_sheet ? "报价与授信" : "本机构报价",
          content: <TermsCards order={order} lender="本机构" />,
        },
        {
          key: "demand",
          title: order.product ? "产品与需求" : "融资需求",
          content: (
            <>
              <OrderedProductCard order={order} />
              <MaskedDemand demand={order.demand} />
            </>
          ),
        },
      ]}
    />
  );
}
