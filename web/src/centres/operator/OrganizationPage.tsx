/** One organisation: registration data, timeline, and the decisions the operator may take now. */
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { EvidenceCard } from "@/features/enterprises/EvidenceCard";
import { certifiable } from "@/features/organizations/certifiable";
import { OrganizationFacts } from "@/features/organizations/OrganizationFacts";
import { useOrganization } from "@/features/organizations/useOrganization";
import { CERTIFIED, ORG_STATE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { OrganizationActions } from "./OrganizationActions";

export function OrganizationPage() {
  const { id = "" } = useParams();
  const query = useOrganization(id);
  return (
    <Loaded query={query} rows={10}>
      {(detail) => <Organization detail={detail} />}
    </Loaded>
  );
}

function Organization({ detail }: { detail: Schema<"OrganizationDetail"> }) {
  const { organization } = detail;
  return (
    <>
      <PageHeader
        title={organization.name}
        back={{ to: paths.operator.organizations, label: "单位管理" }}
        extra={
          organization.state === "active" &&
          organization.kind !== "department" &&
          organization.kind !== "operator" ? (
            <Link to={paths.operator.organizationPoints(organization.id)}>积分记录</Link>
          ) : undefined
        }
        status={
          <>
            <StatusTag label={ORG_STATE[organization.state]} />
            {certifiable(organization) && (
              <StatusTag label={CERTIFIED[organization.certified ? "true" : "false"]} />
            )}
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <OrganizationFacts detail={detail} />
          <OrganizationActions detail={detail} />
          {organization.kind === "enterprise" && organization.state === "active" && (
            <EvidenceCard org={organization.id} />
          )}
        </div>
        <Card title="办理进展">
          <Timeline items={detail.timeline} />
        </Card>
      </div>
    </>
  );
}
