/** One organisation: registration data, timeline, and the decisions the operator may take now. */
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { certifiable } from "@/features/organizations/certifiable";
import { OrganizationFacts } from "@/features/organizations/OrganizationFacts";
import { useOrganization } from "@/features/organizations/useOrganization";
import { CERTIFIED, ORG_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { OrganizationActions } from "./OrganizationActions";
import { useReviewHead } from "./useReviewHead";

const OrganizationPapers = lazyPart(
  () => import("@/features/organizations/OrganizationPapers").then((m) => m.OrganizationPapers),
  <Skeleton rows={2} />,
);
/** Of enterprises that have been approved, below all else. */
const EvidenceCard = lazyPart(
  () => import("@/features/enterprises/EvidenceCard").then((m) => m.EvidenceCard),
  <Room rem={12} />,
);

export function OrganizationPage() {
  const { id = "" } = useParams();
  const query = useOrganization(id);
  return (
    <Loaded query={query} rows={10}>
      {(detail) => <Organization detail={detail} />}
    </Loaded>
  );
}

function Records({ id, firm }: { id: string; firm: boolean }) {
  return (
    <>
      {firm && <Link to={paths.operator.firm(id)}>企业全景</Link>}
      <Link to={paths.operator.organizationPoints(id)}>信用积分记录</Link>
    </>
  );
}

function Organization({ detail }: { detail: Schema<"OrganizationDetail"> }) {
  const { organization } = detail;
  const { id, kind, state } = organization;
  const { back, extra } = useReviewHead(state === "reviewing", {
    to: paths.operator.organizations,
    label: "单位管理",
  });
  const hasPoints = state === "active" && kind !== "department" && kind !== "operator";
  return (
    <ReviewItem
      head={
        <PageHeader
          title={organization.name}
          back={back}
          extra={hasPoints ? <Records id={id} firm={kind === "enterprise"} /> : extra}
          status={
            <>
              <StatusTag label={ORG_STATE[state]} />
              {certifiable(organization) && (
                <StatusTag label={CERTIFIED[organization.certified ? "true" : "false"]} />
              )}
            </>
          }
        />
      }
      bar={<OrganizationActions detail={detail} />}
      beside={
        <>
          <OrganizationPapers id={id} />
          <Card title="办理进展">
            <Timeline items={detail.timeline} />
          </Card>
        </>
      }
    >
      <OrganizationFacts detail={detail} />
      {kind === "enterprise" && state === "active" && <EvidenceCard org={id} />}
    </ReviewItem>
  );
}
