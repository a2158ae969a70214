/** Read-only home of the government centre: the dated figures of the demand market. */
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/market";
import { useMe } from "@/api/session";
import { figuresQuery } from "@/api/stats";
import { overviewNote } from "@/lib/apart";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { PlanFigures, WatchFigures } from "./OverviewFigures";
import { SectionTable } from "./SectionTable";

const PolicyFigures = lazyPart(
  () => import("./PolicyFigures").then((m) => m.PolicyFigures),
  <Room rem={6} />,
);
const SectionBars = lazyPart(() => import("./SectionBars").then((m) => m.SectionBars), <Room rem={21} />);

export function OverviewPage() {
  const query = useQuery(overviewQuery);
  const figures = useQuery(figuresQuery).data?.figures;
  const policies = useMe().permissions.includes("policy_statistics.read");
  const note = overviewNote(figures?.find(({ key }) => key === "demands")?.value, query.data?.demands);
  return (
    <>
      <PageHeader
        title="融资概览"
        description={query.data ? `数据截至 ${formatTime(query.data.at)}` : "全区科技企业融资需求与对接情况"}
      />
      <WatchFigures />
      {policies && <PolicyFigures />}
      <Loaded query={query} rows={8}>
        {(overview) => (
          <>
            <PlanFigures />
            {note && <p className="card-note">{note}</p>}
            {overview.groups.length > 0 && (
              <Card title="当前需求集中在哪些行业">
                <SectionBars groups={overview.groups} />
              </Card>
            )}
            <Card title="当前需求的行业与金额分布（单位：项）" flush>
              {overview.demands === 0 ? (
                <EmptyState title="当前没有公开的融资需求" hint="企业发布的需求通过审核后会计入这里。" />
              ) : (
                <SectionTable groups={overview.groups} others={overview.others} />
              )}
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}
