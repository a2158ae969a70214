/** The institution's orders: a list with filters, and on wide screens a board of the live ones. */
import { useQuery } from "@tanstack/react-query";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { OrderBoard } from "@/features/orders/OrderBoard";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { useIsPhone } from "@/lib/useMedia";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { OrderTable } from "./OrderTable";

/** More live orders than this are looked up in the list. */
const BOARD_SIZE = 100;

const VIEWS = [
  { value: undefined, label: "列表" },
  { value: "board", label: "看板" },
];

function Board() {
  const query = useQuery(institutionOrdersQuery({ live: true, size: BOARD_SIZE }));
  return (
    <Loaded query={query} rows={8}>
      {(page) => <OrderBoard orders={page.items} orderPath={paths.institution.order} />}
    </Loaded>
  );
}

export function OrdersPage() {
  const list = useListParams();
  const phone = useIsPhone();
  const { view } = list.filters;
  return (
    <>
      <PageHeader title="对接单" description="从报价到放款，一张对接单记录与一家企业的全过程。" />
      {!phone && (
        <FilterTabs
          label="显示方式"
          tabs={VIEWS}
          value={view}
          onChange={(next) => list.setFilters({ view: next })}
        />
      )}
      {!phone && view === "board" ? <Board /> : <OrderTable list={list} />}
    </>
  );
}
