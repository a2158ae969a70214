/** One organisation's points: entries, findings and corrections. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { paths } from "@/app/paths";
import { OrganizationLedger } from "@/features/points/OrganizationLedger";
import { organizationPointsQuery } from "@/features/points/queries";
import { ORG_KIND } from "@/labels/organizations";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { operator } = paths;

export function OrganizationPointsPage() {
  const { id = "" } = useParams();
  const query = useQuery(organizationPointsQuery(id));
  const statement = query.data;
  return (
    <>
      <PageHeader
        title={statement ? `${statement.name}的信用积分` : "单位信用积分"}
        description={statement && ORG_KIND[statement.kind]}
        back={{ to: `${operator.points}?tab=balances`, label: "单位信用积分" }}
        extra={<Link to={operator.organization(id)}>单位资料</Link>}
      />
      <Loaded query={query} rows={8}>
        {(data) => <OrganizationLedger statement={data} />}
      </Loaded>
    </>
  );
}
