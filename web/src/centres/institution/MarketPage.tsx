/** 需求市场: masked demands with filters; for institutions without certification only totals. */
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { MarketList } from "@/features/demands/MarketList";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Skeleton } from "@/ui/States";
import { NotCertified } from "./NotCertified";

const MarketTotals = lazyPart(
  () => import("@/features/demands/MarketTotals").then((m) => m.MarketTotals),
  <Skeleton rows={8} />,
);
const InvitedList = lazyPart(() => import("@/features/orders/lists/InvitedList").then((m) => m.InvitedList));

export function MarketPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="需求市场" description="企业确认对接之前，看不到企业名称和联系方式。" />
      {me.organization.certified ? (
        <>
          <InvitedList orderPath={paths.institution.order} />
          <MarketList rowLink={paths.institution.demand} />
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
