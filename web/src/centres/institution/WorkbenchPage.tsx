/** Workbench of the institution: what waits for it, what the market holds, and which of it suits. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { overviewQuery } from "@/api/market";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MarketTotals } from "@/features/demands/MarketTotals";
import { InstitutionMatches } from "@/features/matching/InstitutionMatches";
import { institutionJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { JOINT_STATE } from "@/labels/joint";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, Money } from "@/ui/Values";
import { NotCertified } from "./NotCertified";
import { TodoGroups } from "./TodoGroups";
import { awaitsUs, institutionTodos } from "./todo";
import styles from "./workbench.module.css";

/** Whoever has more orders in progress works with the list. */
const ALL = 100;

function ToDo({ orders }: { orders: Schema<"InstitutionOrderView">[] }) {
  if (orders.length === 0)
    return (
      <EmptyState
        title="没有进行中的对接单"
        hint="抢单并得到企业确认后，会在这里提醒您联系企业、审批和放款。"
        action={<Link to={paths.institution.market}>去需求市场看看</Link>}
      />
    );
  return <TodoGroups groups={institutionTodos(orders)} />;
}

function Market() {
  const query = useQuery(overviewQuery);
  return (
    <Card title="需求市场" extra={<Link to={paths.institution.market}>查看需求</Link>}>
      <Loaded query={query} rows={2}>
        {(overview) => (
          <Descriptions
            columns={2}
            items={[{ label: "当前需求", value: <Count value={overview.demands} unit="项" /> }]}
          />
        )}
      </Loaded>
    </Card>
  );
}

/** Joint credits in which it is the own turn. */
function Joints() {
  const query = useQuery(institutionJointsQuery({ running: true, size: ALL }));
  const mine = (query.data?.items ?? []).filter(awaitsUs);
  if (mine.length === 0) return null;
  return (
    <Card title="联合授信" extra={<Link to={paths.institution.jointCredits}>全部联合授信</Link>}>
      <ul>
        {mine.map((joint) => (
          <li key={joint.id} className={styles.todoRow}>
            <Link to={paths.institution.jointCredit(joint.id)}>{joint.no}</Link>
            <StatusTag label={JOINT_STATE[joint.state]} />
            <span className={styles.todoFigures}>
              <Money fen={joint.total} /> · {joint.lead_name}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function WorkbenchPage() {
  const me = useMe();
  const query = useQuery(institutionOrdersQuery({ live: true, size: ALL }));
  return (
    <>
      <PageHeader title="工作台" description={me.organization.name} />
      {me.organization.certified ? (
        <div className="columns">
          <div>
            <Card title="待办" extra={<Link to={paths.institution.orders}>全部对接单</Link>}>
              <Loaded query={query} rows={8}>
                {(page) => <ToDo orders={page.items} />}
              </Loaded>
            </Card>
            <Joints />
          </div>
          <div>
            <Market />
            <InstitutionMatches />
          </div>
        </div>
      ) : (
        <div className="stack">
          <NotCertified />
          <MarketTotals />
        </div>
      )}
    </>
  );
}
