/** One demand: where it stands, what can be done, the offers side by side, and everything that happened. */

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandActions } from "@/features/demands/DemandActions";
import { DemandFigures } from "@/features/demands/DemandFigures";
import { demandNow } from "@/features/demands/demandNow";
import { STATE_HINT } from "@/features/demands/demandWords";
import { demandQuery } from "@/features/demands/queries";
import { OfferCards } from "@/features/orders/offers/OfferCards";
import { pendingOf } from "@/features/orders/offers/pending";
import { demandOrdersQuery } from "@/features/orders/queries";
import { gradesInWords, gradesQuery } from "@/features/points/queries";
import { DEMAND_STATE } from "@/labels/finance";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { Defects } from "@/ui/Defects";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { NowPage, YOUR_TURN } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

const ProductMatches = lazyPart(
  () => import("@/features/matching/ProductMatches").then((m) => m.ProductMatches),
  <Skeleton rows={4} />,
);

const OwnDispatches = lazyPart(
  () => import("@/features/matching/DispatchCard").then((m) => m.OwnDispatches),
  <Skeleton rows={3} />,
);

const { enterprise } = paths;

type Demand = Schema<"DemandView">;

/** Where the enterprise is still looking. */
const MATCHED: readonly Demand["state"][] = [
  "draft",
  "reviewing",
  "returned",
  "dispatched",
  "open",
  "negotiating",
  "closed_unmatched",
];

export function DemandPage() {
  const words = useLimits();
  const { id = "" } = useParams();
  const query = useQuery(demandQuery(id));
  const orders = useQuery(demandOrdersQuery(id));
  // Whose turn it is with each institution its order says.
  const demand = orders.isPending ? undefined : query.data;
  const pending = orders.data && pendingOf(orders.data);
  return (
    <NowPage
      title={demand ? `融资需求 ${demand.no}` : "融资需求"}
      status={demand && <StatusTag label={DEMAND_STATE[demand.state]} />}
      back={{ to: enterprise.demands, label: "返回融资需求" }}
      now={
        demand && {
          ...demandNow(demand, Boolean(pending)),
          ...(pending
            ? { ...pending, turn: pending.chosen ? null : YOUR_TURN }
            : { next: words(STATE_HINT[demand.state]) }),
        }
      }
      actions={demand && <Actions demand={demand} />}
    >
      <Loaded query={{ ...query, data: demand }} rows={8}>
        {(data) => <Content demand={data} orders={orders} />}
      </Loaded>
    </NowPage>
  );
}

function Actions({ demand }: { demand: Demand }) {
  const navigate = useNavigate();
  return (
    <DemandActions
      demand={demand}
      onEdit={() => navigate(enterprise.editDemand(demand.id))}
      onCopied={(id) => navigate(enterprise.editDemand(id))}
    />
  );
}

type Orders = UseQueryResult<Schema<"EnterpriseOrderView">[]>;

function Content({ demand, orders }: { demand: Demand; orders: Orders }) {
  return (
    <div className="columns">
      <div className="stack">
        {demand.state === "returned" && <Defects of="DemandIn" defects={demand.defects} />}
        {demand.refusal && (
          <div className="notice tone-err">
            <strong>原因</strong>
            <p>{demand.refusal}</p>
          </div>
        )}
        <DemandParts demand={demand} orders={orders} />
      </div>
      <div className="stack">
        <Card title="进展记录">
          <Timeline items={demand.timeline} />
        </Card>
      </div>
    </div>
  );
}

function Offers({ orders }: { orders: Orders }) {
  const grades = useQuery({ ...gradesQuery, select: gradesInWords }).data;
  return (
    <Loaded query={orders} rows={4}>
      {(list) => <OfferCards orders={list} orderPath={enterprise.order} grades={grades} />}
    </Loaded>
  );
}

function DemandParts({ demand, orders }: { demand: Demand; orders: Orders }) {
  const published = demand.published_at !== null || demand.direct || demand.state === "closed_unmatched";
  const running = demand.state === "open" || demand.state === "negotiating";
  return (
    <Parts
      label="需求内容"
      parts={[
        published && {
          key: "offers",
          title: demand.direct ? "产品申请" : "机构报价",
          count: orders.data?.length,
          content: <Offers orders={orders} />,
        },
        demand.amount !== null &&
          MATCHED.includes(demand.state) && {
            key: "products",
            title: "匹配的产品",
            content: <ProductMatches demand={demand.id} />,
          },
        demand.published_at !== null &&
          !demand.direct && {
            key: "dispatches",
            title: "平台推送",
            content: <OwnDispatches demand={demand.id} running={running} />,
          },
        { key: "content", title: "需求内容", content: <Wanted demand={demand} /> },
      ]}
    />
  );
}

function Wanted({ demand }: { demand: Demand }) {
  return (
    <>
      <Card title="需求内容">
        <DemandFigures demand={demand} identifying={demand.identifying} />
        {demand.published_at === null && demand.identifying.length > 0 && (
          <p className="card-note">
            标出的文字可能暴露企业身份，公开前会由平台隐去；标签不会改动，请自行修改。
          </p>
        )}
        <p className="card-note">
          {demand.submitted_at && `提交时间 ${formatTime(demand.submitted_at)}`}
          {demand.published_at && `，公开时间 ${formatTime(demand.published_at)}`}
        </p>
      </Card>
      {demand.files.length > 0 && (
        <Card title="附件材料">
          <FileLinks files={demand.files} href={ownFile} />
        </Card>
      )}
      {demand.public_text && (
        <Card title="机构看到的用途说明">
          <p>{demand.public_text}</p>
        </Card>
      )}
    </>
  );
}
