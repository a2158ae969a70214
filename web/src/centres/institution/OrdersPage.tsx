/** The institution's orders: a list with filters, a board of the live ones, and who has how much to do. */
import { type ListParams, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { ExportButton } from "@/ui/ExportButton";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { institutionFilter, OrderTable } from "./OrderTable";

const Board = lazyPart(() => import("./OrdersBoard").then((m) => m.OrdersBoard));
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
  const { view } = list.filters;
  return (
    <>
      <PageHeader
        title="对接单"
        description="从报价到放款，一张对接单记录与一家企业的全过程。"
        extra={
          view === undefined && (
            <ExportButton
              name="对接单"
              make={async (headers) => {
                const { institutionSheet } = await import("@/features/orders/lists/orderSheet");
                return institutionSheet(institutionFilter(list.filters), headers);
              }}
            />
          )
        }
      />
      <FilterTabs
        label="显示方式"
        tabs={VIEWS}
        value={view}
        onChange={(next) => list.setFilters({ view: next })}
      />
      <View view={view} list={list} />
    </>
  );
}
