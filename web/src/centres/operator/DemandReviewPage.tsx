/** Review of one demand: full data, the text institutions will see, and the decision. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandFigures } from "@/features/demands/DemandFigures";
import { DEMAND_STATE } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { FileLinks } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { FilePreview } from "@/ui/preview/FilePreview";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DemandDecision } from "./DemandDecision";
import { useReviewHead } from "./useReviewHead";

const DispatchesOf = lazyPart(
  () => import("@/features/matching/DispatchCard").then((m) => m.DispatchesOf),
  <Skeleton rows={3} />,
);
const RedactionForm = lazyPart(
  () => import("@/features/reviews/RedactionForm").then((m) => m.RedactionForm),
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
      {(view) => <Review key={`${view.demand.id}-${view.demand.version}`} view={view} />}
    </Loaded>
  );
}

function Review({ view }: { view: Schema<"OperatorDemandView"> }) {
  const { demand, enterprise } = view;
  const waiting = demand.state === "reviewing";
  const head = useReviewHead(waiting);
  const href = (file: string) => `/operator/demands/${demand.id}/attachments/${file}`;
  const before = demand.public_text ?? demand.use_text ?? "";
  const [text, setText] = useState(before);
  const [textError, setTextError] = useState<string>();
  return (
    <ReviewItem
      head={
        <PageHeader
          {...head}
          title={`融资需求 ${demand.no}`}
          status={<StatusTag label={DEMAND_STATE[demand.state]} />}
          description={`${enterprise.name} · 融资金额 ${moneyText(demand.amount)}`}
        />
      }
      bar={
        <DemandDecision demand={demand} text={text} changed={text !== before} onTextError={setTextError} />
      }
      beside={
        <>
          <Card title="附件材料">
            <FileLinks
              files={[...demand.files, ...enterprise.files]}
              href={href}
              empty="企业没有上传附件"
              extra={(file) => <FilePreview file={file} href={href(file.id)} />}
            />
          </Card>
          <Card title="办理进展">
            <Timeline items={view.timeline} />
          </Card>
        </>
      }
    >
      {demand.refusal && <p className="notice tone-err">审核未通过，原因：{demand.refusal}</p>}
      <Card title="用途说明与对外展示文字">
        <RedactionForm
          demand={demand}
          value={text}
          onChange={setText}
          error={textError}
          disabled={!waiting}
        />
      </Card>
      <Card title="需求内容">
        <DemandFigures demand={demand} />
      </Card>
      {!["draft", "submitted", "reviewing", "returned", "refused"].includes(demand.state) && (
        <DispatchesOf demand={demand.id} />
      )}
      <Card title="企业情况" extra={<Link to={paths.operator.firm(enterprise.id)}>企业全景</Link>}>
        <EnterpriseFacts enterprise={enterprise} />
      </Card>
    </ReviewItem>
  );
}
