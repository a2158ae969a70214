/** The institution's orders: a list with filters, and on wide screens a board of the live ones. */
import { useQuery } from "@tanstack/react-query";
import { type ListParams, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { useIsPhone } from "@/lib/useMedia";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { OrderTable } from "./OrderTable";

const OrderBoard = lazyPart(() => import("@/features/orders/lists/OrderBoard").then((m) => m.OrderBoard));
const Workload = lazyPart(() => import("@/features/orders/lists/Workload").then((m) => m.Workload));

/** More live orders than this are looked up in the list. */
const BOARD_SIZE = 100;

const VIEWS = [
  { value: undefined, label: "列表" },
  { value: "board", label: "看板" },
  { value: "load", label: "工作量" },
];

function Board() {
  const live = useQuery(institutionOrdersQuery({ live: true, size: BOARD_SIZE }));
  // Paid, and not yet confirmed by the enterprise: no place on the demand, but not done either.
  const paid = useQuery(institutionOrdersQuery({ state: "disbursed", size: BOARD_SIZE }));
  return (
    <Loaded query={live} rows={8}>
      {(page) => (
        <OrderBoard
          orders={[...page.items, ...(paid.data?.items ?? [])]}
          orderPath={paths.institution.order}
        />
      )}
    </Loaded>
  );
}

const ordersOf = (officer: string) => `${paths.institution.orders}?officer=${officer}`;

function View({ view, list }: { view: string | undefined; list: ListParams }) {
  if (view === "board") return <Board />;
  return view === "load" ? <Workload ordersOf={ordersOf} /> : <OrderTable list={list} />;
}

export function OrdersPage() {
  const list = useListParams();
  const phone = useIsPhone();
  const { view } = list.filters;
  return (
    <>
      <PageHeader title="对接单" description="从报价到放款，一张对接单记录与一家企业的全过程。" />
      <FilterTabs
        label="显示方式"
        tabs={phone ? VIEWS.filter((tab) => tab.value !== "board") : VIEWS}
        value={view}
        onChange={(next) => list.setFilters({ view: next })}
      />
      <View view={phone && view === "board" ? undefined : view} list={list} />
    </>
  );
}
