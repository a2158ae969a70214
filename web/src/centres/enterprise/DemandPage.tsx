/** One demand: where it stands, what can be done, the offers side by side, and everything that happened. */

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandActions } from "@/features/demands/DemandActions";
import { DemandFigures } from "@/features/demands/DemandFigures";
import { STATE_HINT } from "@/features/demands/demandWords";
import { demandQuery } from "@/features/demands/queries";
import { OwnDispatches } from "@/features/matching/DispatchCard";
import { RematchButton } from "@/features/matching/RematchButton";
import { OfferComparison } from "@/features/orders/offers/OfferComparison";
import { demandOrdersQuery } from "@/features/orders/queries";
import { gradesInWords, gradesQuery } from "@/features/points/queries";
import { DEMAND_STATE } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { Defects } from "@/ui/Defects";
import { Descriptions } from "@/ui/Descriptions";
import { DueText } from "@/ui/DueText";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText, Money } from "@/ui/Values";
import { WithActions } from "@/ui/WithActions";

const ProductMatches = lazyPart(
  () => import("@/features/matching/ProductMatches").then((m) => m.ProductMatches),
  <Skeleton rows={4} />,
);

const { enterprise } = paths;

/** Where the enterprise is still looking. */
const MATCHED: readonly Schema<"DemandView">["state"][] = [
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
  const demand = query.data;
  return (
    <>
      <PageHeader
        title={demand ? `融资需求 ${demand.no}` : "融资需求"}
        status={demand && <StatusTag label={DEMAND_STATE[demand.state]} />}
        description={demand && words(STATE_HINT[demand.state])}
        back={{ to: enterprise.demands, label: "返回融资需求" }}
      />
      <Loaded query={query} rows={8}>
        {(data) => <Content demand={data} />}
      </Loaded>
    </>
  );
}

function Content({ demand }: { demand: Schema<"DemandView"> }) {
  const navigate = useNavigate();
  const published = demand.published_at !== null || demand.direct || demand.state === "closed_unmatched";
  const orders = useQuery({ ...demandOrdersQuery(demand.id), enabled: published });
  const grades = useQuery({ ...gradesQuery, enabled: published, select: gradesInWords }).data;
  const actions = (
    <DemandActions
      demand={demand}
      onEdit={() => navigate(enterprise.editDemand(demand.id))}
      onCopied={(id) => navigate(enterprise.editDemand(id))}
    />
  );
  return (
    <WithActions actions={actions}>
      <div className="columns">
        <div className="stack">
          {demand.state === "returned" && <Defects of="DemandIn" defects={demand.defects} />}
          {demand.refusal && (
            <div className="notice tone-err">
              <strong>原因</strong>
              <p>{demand.refusal}</p>
            </div>
          )}
          {published && (
            <Card title={demand.direct ? "产品申请" : "机构报价"}>
              <Loaded query={orders} rows={4}>
                {(list) => <OfferComparison orders={list} orderPath={enterprise.order} grades={grades} />}
              </Loaded>
            </Card>
          )}
          {demand.published_at && !demand.direct && (
            <OwnDispatches
              demand={demand.id}
              action={
                demand.state === "open" || demand.state === "negotiating" ? (
                  <RematchButton demand={demand.id} />
                ) : null
              }
            />
          )}
          <Card title="需求内容">
            <DemandFigures demand={demand} identifying={demand.identifying} />
            {demand.published_at === null && demand.identifying.length > 0 && (
              <p className="card-note">
                标出的文字可能暴露企业身份，公开前会由平台隐去；标签不会改动，请自行修改。
              </p>
            )}
          </Card>
          {demand.amount !== null && MATCHED.includes(demand.state) && <ProductMatches demand={demand.id} />}
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
        </div>
        <div className="stack">
          <Card title="进度">
            <Descriptions
              columns={1}
              items={[
                { label: "融资金额", value: moneyText(demand.amount) },
                { label: "已接受授信", value: <Money fen={demand.accepted_amount} /> },
                { label: "已放款", value: <Money fen={demand.disbursed_amount} /> },
                { label: "正在对接", value: `${demand.live_orders} 家机构` },
                {
                  label: demand.state === "returned" ? "请补正，至" : "公开期至",
                  value: <DueText due={demand.due} />,
                },
                { label: "提交时间", value: <DateText value={demand.submitted_at} mode="time" /> },
                { label: "公开时间", value: <DateText value={demand.published_at} mode="time" /> },
              ]}
            />
          </Card>
          <Card title="进展记录">
            <Timeline items={demand.timeline} />
          </Card>
        </div>
      </div>
    </WithActions>
  );
}
