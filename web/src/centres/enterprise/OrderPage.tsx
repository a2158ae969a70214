/** One order: what the enterprise has to do now, the institution's terms, and everything that happened. */

import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { RematchButton } from "@/features/matching/RematchButton";
import { DisputeNotice } from "@/features/orders/DisputeNotice";
import { DrawsCard } from "@/features/orders/draws/DrawsCard";
import { GUARANTOR_NEXT } from "@/features/orders/jointCredit/guarantee";
import { JointOfOrder } from "@/features/orders/jointCredit/JointOfOrder";
import { useJointPart } from "@/features/orders/jointCredit/useJointPart";
import { MaterialsCard } from "@/features/orders/materials/MaterialsCard";
import { OrderedProductCard } from "@/features/orders/OrderedProductCard";
import { hasTerms, isPaid, PaymentCards, RefusalCard, TermsCards } from "@/features/orders/OrderFigures";
import { changesOf } from "@/features/orders/offers/changes";
import { differencesOf } from "@/features/orders/offers/differences";
import { OfferCards } from "@/features/orders/offers/OfferCards";
import { Points } from "@/features/orders/offers/Points";
import { openOffers } from "@/features/orders/offers/pending";
import { guaranteeFigures, orderKeyFigures } from "@/features/orders/orderKeyFigures";
import { orderTrack, orderTurn } from "@/features/orders/orderTrack";
import { demandOrdersQuery, enterpriseOrderQuery } from "@/features/orders/queries";
import { RepairCard } from "@/features/orders/RepairCard";
import { SecondCard } from "@/features/orders/secondCredit/SecondCard";
import { EnterpriseOrderActions } from "@/features/orders/steps/EnterpriseOrderActions";
import { SuspensionNotice } from "@/features/orders/suspension/SuspensionNotice";
import { orderState } from "@/labels/finance";
import { ownFile } from "@/ui/FileLinks";
import { NowPage, YOUR_TURN } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DrawActions, useDrawToConfirm } from "./DrawActions";
import { OrderSide } from "./OrderSide";
import { drawNext, orderNext } from "./orderWords";

const { enterprise } = paths;

type Order = Schema<"EnterpriseOrderView">;

/** What comes after an order that came to nothing: for a public demand other institutions, for an application the public. */
function Further({ order }: { order: Order }) {
  if (order.product) return <Link to={enterprise.demand(order.demand_id)}>转为公开需求</Link>;
  return <RematchButton demand={order.demand_id} />;
}

/** The open offers to the same demand, where there are several: they are decided together. */
function useRivals(order: Order | undefined) {
  const offered = order?.state === "grabbed" && order.product === null;
  const query = useQuery({ ...demandOrdersQuery(order?.demand_id ?? ""), enabled: offered });
  const rivals = offered && query.data ? openOffers(query.data) : [];
  return { rivals: rivals.length > 1 ? rivals : [], loading: offered && query.isPending };
}

export function OrderPage() {
  const words = useLimits();
  const { id = "" } = useParams();
  const query = useQuery(enterpriseOrderQuery(id));
  const { rivals, loading } = useRivals(query.data);
  const { draw, loading: counting } = useDrawToConfirm(query.data);
  const { order, guarantor } = useJointPart("enterprise", loading || counting ? undefined : query.data);
  const among = rivals.length > 0;
  const next = (of: Order): string => {
    if (draw) return drawNext(draw);
    return guarantor && of.state === "contracting" ? GUARANTOR_NEXT.enterprise : orderNext(of);
  };
  const figures = (of: Order) =>
    guarantor
      ? guaranteeFigures(guarantor, of.asked ?? {})
      : orderKeyFigures(of, { amount: of.demand_amount, ...of.asked });
  return (
    <NowPage
      title={order ? order.institution.name : "对接单"}
      status={order && <StatusTag label={orderState(order)} />}
      back={{ to: enterprise.orders, label: "返回对接单" }}
      now={
        order && {
          next: among ? `这项需求有 ${rivals.length} 家机构报价，请比较后选择。` : words(next(order)),
          track: orderTrack(order, guarantor !== undefined),
          turn: draw ? YOUR_TURN : orderTurn(order, "enterprise"),
          due: draw?.due ?? order.due,
          // The cards say it of each.
          figures: among ? [] : figures(order),
        }
      }
      actions={
        order && (
          <DrawActions draw={draw}>
            <EnterpriseOrderActions order={order} below={among} />
          </DrawActions>
        )
      }
    >
      <Loaded query={{ ...query, data: order }} rows={8}>
        {(data) => <Content order={data} rivals={rivals} />}
      </Loaded>
    </NowPage>
  );
}

type Props = { order: Order; rivals: readonly Order[] };

function Content({ order, rivals }: Props) {
  // The repair says the institution's reason, too.
  const repaired = order.state === "refused" && Boolean(order.refusal?.code);
  return (
    <>
      <DisputeNotice order={order} side="enterprise" />
      <SuspensionNotice order={order} />
      <div className="columns">
        <div className="stack">
          <RepairCard order={order} profilePath={enterprise.profile} action={<Further order={order} />} />
          {!repaired && <RefusalCard order={order} />}
          <JointOfOrder joint={order.joint_id} path={enterprise.jointCredit} />
          {order.state === "offered" && (
            <>
              <Points title="与您的要求不同" points={differencesOf(order)} />
              <Points title="与机构报价不同" points={changesOf(order)} />
            </>
          )}
          <OrderParts order={order} rivals={rivals} />
        </div>
        <OrderSide order={order} />
      </div>
    </>
  );
}

function OrderParts({ order, rivals }: Props) {
  const navigate = useNavigate();
  const open = order.awaiting_since !== null;
  return (
    <Parts
      label="对接单内容"
      start={open ? "materials" : undefined}
      parts={[
        rivals.length > 0 && {
          key: "offers",
          title: "比较报价",
          count: rivals.length,
          content: <OfferCards orders={rivals} orderPath={enterprise.order} />,
        },
        isPaid(order) && {
          key: "paid",
          title: "放款与还款",
          content: (
            <>
              <DrawsCard side="enterprise" order={order} path={enterprise.loan} />
              <PaymentCards
                order={order}
                paymentFile={(file) => `/enterprise/orders/${order.id}/payment-files/${file}`}
              />
              <SecondCard
                side="enterprise"
                order={order}
                path={enterprise.secondCredit}
                onAsked={(second) => navigate(enterprise.secondCredit(second))}
              />
            </>
          ),
        },
        hasTerms(order) && {
          key: "terms",
          title: order.decision || order.equity?.term_sheet ? "报价与授信" : "机构报价",
          content: <TermsCards order={order} lender={order.institution.name} />,
        },
        order.materials.length > 0 && {
          key: "materials",
          title: "补充材料",
          count: order.materials.length,
          content: <MaterialsCard order={order} href={ownFile} />,
        },
        order.product !== null && {
          key: "product",
          title: "申请的产品",
          content: <OrderedProductCard order={order} />,
        },
      ]}
    />
  );
}
