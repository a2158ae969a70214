/** 需求市场: masked demands with filters; for institutions without certification only totals. */
import { useQuery } from "@tanstack/react-query";
import { getMarketDemands } from "@/api/limits.gen";
import { useMe } from "@/api/session";
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { MarketList, MatchedDemands } from "@/features/demands/MarketList";
import { institutionMatchesQuery } from "@/features/matching/queries";
import { readMarks } from "@/lib/readMarks";
import { FilterTabs } from "@/ui/FilterTabs";
import { ListSearch } from "@/ui/ListSearch";
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

const TABS = [
  { value: undefined, label: "全部需求" },
  { value: "matched", label: "与本机构匹配" },
];

function Market() {
  const me = useMe();
  const list = keeping(useListParams(), "view");
  const { view } = list.filters;
  const query = useQuery(institutionMatchesQuery);
  const matches = query.data?.matches ?? [];
  const shared = {
    list,
    rowLink: paths.institution.demand,
    scores: new Map(matches.map(({ demand, score }) => [demand.id, score])),
    read: readMarks(me.account_id, MARKET),
  };
  return (
    <>
      <div className="filter-row">
        <FilterTabs label="范围" tabs={TABS} value={view} onChange={(next) => openTab(list, "view", next)} />
        {view !== "matched" && (
          <ListSearch by="需求编号、用途说明或标签" maxLength={getMarketDemands.q.max} list={list} />
        )}
      </div>
      {view === "matched" ? (
        <MatchedDemands
          {...shared}
          query={query}
          matches={query.data && matches.map(({ demand }) => demand)}
        />
      ) : (
        <MarketList {...shared} />
      )}
    </>
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
