/** Workbench of the institution: what waits for it and what comes, what the market holds, and which of it suits. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import { institutionJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { secondsQuery } from "@/features/orders/secondCredit/secondQueries";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded, Skeleton } from "@/ui/States";
import { Todo } from "./Todo";
import { useLiveOrders } from "./useLiveOrders";
import type { Work } from "./work";

// What is to be done comes first, the rest when it is there; each in the room that it will take.
const WorkFigures = lazyPart(
  () => import("./WorkFigures").then((m) => m.WorkFigures),
  <Room rem={7.5} phone={7.25} />,
);
const WorkCalendar = lazyPart(
  () => import("./WorkCalendar").then((m) => m.WorkCalendar),
  <Skeleton rows={7} />,
);
const InstitutionMatches = lazyPart(
  () => import("@/features/matching/InstitutionMatches").then((m) => m.InstitutionMatches),
  <Skeleton rows={6} />,
);
/** Of an institution without a certificate. */
const MarketTotals = lazyPart(
  () => import("@/features/demands/MarketTotals").then((m) => m.MarketTotals),
  <Skeleton rows={8} />,
);
const NotCertified = lazyPart(() => import("./NotCertified").then((m) => m.NotCertified));

/** The most that one answer holds. */
const MOST = 100;

export function WorkbenchPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="工作台" description={me.organization.name} />
      {me.organization.certified ? (
        <Cockpit />
      ) : (
        <div className="stack">
          <NotCertified />
          <MarketTotals />
        </div>
      )}
    </>
  );
}

function useWork() {
  const live = useLiveOrders();
  const joints = useQuery(institutionJointsQuery({ running: true, size: MOST }));
  const seconds = useQuery(secondsQuery("institution", { running: true, size: MOST }));
  const all = [live, joints, seconds];
  const data: Work | undefined =
    live.data && joints.data && seconds.data
      ? {
          orders: live.data.orders,
          total: live.data.total,
          joints: joints.data.items,
          seconds: seconds.data.items,
        }
      : undefined;
  return {
    data,
    error: all.find(({ error }) => error)?.error,
    isPending: all.some(({ isPending }) => isPending),
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  };
}

function Cockpit() {
  const query = useWork();
  return (
    <>
      <WorkFigures work={query.data} />
      <div className="columns">
        <div>
          <Loaded query={query} rows={10}>
            {(work) => <Todo work={work} />}
          </Loaded>
        </div>
        <div>
          <WorkCalendar work={query.data} />
          <InstitutionMatches />
        </div>
      </div>
    </>
  );
}
