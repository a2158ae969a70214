/** 需求市场: masked demands with filters; for institutions without certification only totals. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { MarketList } from "@/features/demands/MarketList";
import { institutionMatchesQuery } from "@/features/matching/queries";
import { readMarks } from "@/lib/readMarks";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Skeleton } from "@/ui/States";
import { NotCertified } from "./NotCertified";

const MarketTotals = lazyPart(
  () => import("@/features/demands/MarketTotals").then((m) => m.MarketTotals),
  <Skeleton rows={8} />,
);
const InvitedList = lazyPart(() => import("@/features/orders/lists/InvitedList").then((m) => m.InvitedList));

/** The list in whose marks it is kept what was opened. */
const MARKET = "market";

function Market() {
  const me = useMe();
  const matches = useQuery(institutionMatchesQuery).data?.matches ?? [];
  return (
    <MarketList
      rowLink={paths.institution.demand}
      scores={new Map(matches.map(({ demand, score }) => [demand.id, score]))}
      read={readMarks(me.account_id, MARKET)}
    />
  );
}

export function MarketPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="需求市场" description="企业确认对接之前，看不到企业名称和联系方式。" />
      {me.organization.certified ? (
        <>
          <InvitedList orderPath={paths.institution.order} />
          <Market />
        </>
      ) : (
        <div className="stack">
          <NotCertified />
          <MarketTotals />
        </div>
      )}
    </>
  );
}
