/** Review of one demand: full data, the text institutions will see, and the decision. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandFigures } from "@/features/demands/DemandFigures";
import { DEMAND_STATE } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { FileLinks } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

const DispatchesOf = lazyPart(
  () => import("@/features/matching/DispatchCard").then((m) => m.DispatchesOf),
  <Skeleton rows={3} />,
);
const DemandReviewForm = lazyPart(
  () => import("./DemandReviewForm").then((m) => m.DemandReviewForm),
  <Skeleton rows={8} />,
);
const EnterpriseFacts = lazyPart(
  () => import("./DemandReviewFacts").then((m) => m.EnterpriseFacts),
  <Skeleton rows={6} />,
);

export function DemandReviewPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("demands", "/operator/demands/{id}", { path: { id } }));
  return (
    <Loaded query={query} rows={12}>
      {(view) => <Review view={view} />}
    </Loaded>
  );
}

function Review({ view }: { view: Schema<"OperatorDemandView"> }) {
  const { demand, enterprise } = view;
  return (
    <>
      <PageHeader
        title={`融资需求 ${demand.no}`}
        back={{ to: paths.operator.home, label: "审核工作台" }}
        status={<StatusTag label={DEMAND_STATE[demand.state]} />}
        description={`${enterprise.name} · 融资金额 ${moneyText(demand.amount)}`}
      />
      <div className="columns">
        <div className="stack">
          {demand.refusal && <p className="notice tone-err">未通过原因：{demand.refusal}</p>}
          <Card title="需求内容">
            <DemandFigures demand={demand} />
          </Card>
          <Card title="附件材料">
            <FileLinks
              files={[...demand.files, ...enterprise.files]}
              href={(file) => `/operator/demands/${demand.id}/attachments/${file}`}
              empty="企业没有上传附件"
            />
          </Card>
          <DemandReviewForm key={demand.version} view={view} />
          {!["draft", "submitted", "returned", "refused"].includes(demand.state) && (
            <DispatchesOf demand={demand.id} />
          )}
          <Card title="企业情况">
            <EnterpriseFacts enterprise={enterprise} />
          </Card>
        </div>
        <Card title="办理进展">
          <Timeline items={view.timeline} />
        </Card>
      </div>
    </>
  );
}
