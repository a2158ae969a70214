/** The enterprise's workbench: how far it is on its way to the money, what waits for an answer, the latest orders, loans that suit. */
import { useQuery } from "@tanstack/react-query";
import { applicationsQuery } from "@/api/applications";
import { can, useMe } from "@/api/session";
import { demandsQuery } from "@/features/demands/queries";
import { profileQuery } from "@/features/enterprises/queries";
import { enterpriseJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { enterpriseOrdersQuery, recordedDrawsQuery } from "@/features/orders/queries";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { GuidedPath } from "@/ui/cockpit/GuidedPath";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { ErrorState, Skeleton } from "@/ui/States";
import { firmPath } from "./firmPath";
import { PublishLink } from "./PublishLink";
import { TodoList } from "./TodoList";
import { enterpriseTodos } from "./todo";

const FirmMatches = lazyPart(
  () => import("@/features/matching/FirmMatches").then((m) => m.FirmMatches),
  <Skeleton rows={6} />,
);

const BestPolicies = lazyPart(
  () => import("@/features/eligibility/BestPolicies").then((m) => m.BestPolicies),
  <Skeleton rows={6} />,
);

const RecentOrders = lazyPart(
  () => import("./RecentOrders").then((m) => m.RecentOrders),
  <Skeleton rows={5} />,
);

const YearFigures = lazyPart(() => import("./YearFigures").then((m) => m.YearFigures));

const ALL = 100;

export function WorkbenchPage() {
  const me = useMe();
  const profile = useQuery(profileQuery);
  const demands = useQuery(demandsQuery({ size: ALL }));
  const live = useQuery(enterpriseOrdersQuery({ live: true, size: ALL }));
  const paid = useQuery(enterpriseOrdersQuery({ state: "disbursed", size: ALL }));
  const joints = useQuery(enterpriseJointsQuery({ running: true, size: ALL }));
  const draws = useQuery(recordedDrawsQuery);
  const applies = can(me, "applications.own");
  const corrections = useQuery({
    ...applicationsQuery({ state: "correction", size: ALL }),
    enabled: applies,
  });
  const drafts = useQuery({ ...applicationsQuery({ state: "draft", size: ALL }), enabled: applies });
  const sources = [profile, demands, live, paid, joints, draws, ...(applies ? [corrections, drafts] : [])];
  const failed = sources.find((source) => source.isError && source.data === undefined);
  const loading = sources.some((source) => source.data === undefined);
  // A server may or may not count paid orders as live; each order waits once.
  const orders = [
    ...new Map(
      [...(paid.data?.items ?? []), ...(live.data?.items ?? [])].map((order) => [order.id, order]),
    ).values(),
  ];
  const todos = enterpriseTodos({
    profile: profile.data,
    demands: demands.data?.items ?? [],
    orders,
    joints: joints.data?.items,
    draws: draws.data?.items,
    applications: [...(corrections.data?.items ?? []), ...(drafts.data?.items ?? [])],
    now: now(),
  });
  return (
    <>
      <PageHeader title="工作台" description={me.organization.name} extra={<PublishLink quiet />} />
      {profile.data && demands.data && !loading ? (
        <GuidedPath
          label="融资进度"
          {...firmPath({ profile: profile.data, demands: demands.data.items, orders })}
        />
      ) : (
        !failed && <Room rem={11.5} phone={21} />
      )}
      <div className="columns">
        <div>
          <Card title={todos.length > 0 && !loading ? `待办事项（${todos.length}）` : "待办事项"}>
            {failed ? (
              <ErrorState
                error={failed.error}
                onRetry={() => Promise.all(sources.map((source) => source.refetch()))}
              />
            ) : loading ? (
              <Skeleton rows={4} />
            ) : (
              <TodoList todos={todos} />
            )}
          </Card>
          <RecentOrders />
          <YearFigures />
        </div>
        <div>
          {profile.data && <FirmMatches known={profile.data.industry_section !== null} />}
          {can(me, "policies.match") && <BestPolicies />}
        </div>
      </div>
    </>
  );
}
