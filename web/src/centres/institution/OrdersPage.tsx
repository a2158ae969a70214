/** The institution's orders: a list with filters, and on wide screens a board of the live ones. */
import { type ListParams, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { useIsPhone } from "@/lib/useMedia";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { OrderTable } from "./OrderTable";

const Board = lazyPart(() => import("./LiveBoard").then((m) => m.LiveBoard));
const Workload = lazyPart(() => import("@/features/orders/lists/Workload").then((m) => m.Workload));

const VIEWS = [
  { value: undefined, label: "列表" },
  { value: "board", label: "看板" },
  { value: "load", label: "工作量" },
];

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
