/** The enterprise's workbench: what waits for an answer, the latest orders, how complete the profile is, and loans that suit. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { demandsQuery } from "@/features/demands/queries";
import { Completeness } from "@/features/enterprises/Completeness";
import { profileQuery } from "@/features/enterprises/queries";
import { FirmMatches } from "@/features/matching/FirmMatches";
import { enterpriseJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { CostOrShare } from "@/features/orders/Price";
import { enterpriseOrdersQuery, recordedDrawsQuery } from "@/features/orders/queries";
import { termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, ErrorState, Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { PublishLink } from "./PublishLink";
import { TodoList } from "./TodoList";
import { enterpriseTodos } from "./todo";
import styles from "./workbench.module.css";

const ALL = 100;

export function WorkbenchPage() {
  const me = useMe();
  const profile = useQuery(profileQuery);
  const returned = useQuery(demandsQuery({ state: "returned", size: ALL }));
  const drafts = useQuery(demandsQuery({ state: "draft", size: ALL }));
  const live = useQuery(enterpriseOrdersQuery({ live: true, size: ALL }));
  const paid = useQuery(enterpriseOrdersQuery({ state: "disbursed", size: ALL }));
  const joints = useQuery(enterpriseJointsQuery({ running: true, size: ALL }));
  const draws = useQuery(recordedDrawsQuery);
  const recent = useQuery(enterpriseOrdersQuery({ size: 5 }));
  const sources = [profile, returned, drafts, live, paid, joints, draws];
  const failed = sources.find((source) => source.isError && source.data === undefined);
  const loading = sources.some((source) => source.data === undefined);
  const orders = [...(paid.data?.items ?? []), ...(live.data?.items ?? [])];
  const todos = enterpriseTodos({
    profile: profile.data,
    demands: [...(returned.data?.items ?? []), ...(drafts.data?.items ?? [])],
    // A server may or may not count paid orders as live; each order waits once.
    orders: [...new Map(orders.map((order) => [order.id, order])).values()],
    joints: joints.data?.items,
    draws: draws.data?.items,
    now: now(),
  });
  return (
    <>
      <PageHeader title="工作台" description={me.organization.name} extra={<PublishLink />} />
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
          <Card title="最近的对接" extra={<Link to={paths.enterprise.orders}>全部对接单</Link>}>
            <Loaded query={recent} rows={3}>
              {(page) =>
                page.items.length === 0 ? (
                  <EmptyState
                    title="还没有对接单"
                    hint="发布融资需求并通过审核后，机构会来报价。"
                    action={<PublishLink />}
                  />
                ) : (
                  <ul className={styles.recentOrders}>
                    {page.items.map((order) => (
                      <li key={order.id}>
                        <Link to={paths.enterprise.order(order.id)}>{order.institution.name}</Link>
                        <StatusTag label={orderState(order)} />
                        <span className={styles.recentFigures}>
                          <Money fen={termsOf(order).amount ?? order.demand_amount} /> ·{" "}
                          <CostOrShare terms={termsOf(order)} /> ·{" "}
                          <DateText value={order.updated_at} mode="ago" />
                        </span>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Loaded>
          </Card>
        </div>
        <div>
          <Card title="企业档案" extra={<Link to={paths.enterprise.profile}>查看档案</Link>}>
            <Loaded query={profile} rows={3}>
              {(data) => <Completeness profile={data} editPath={`${paths.enterprise.profile}?edit=1`} />}
            </Loaded>
          </Card>
          {profile.data && <FirmMatches known={profile.data.industry_section !== null} />}
        </div>
      </div>
    </>
  );
}
