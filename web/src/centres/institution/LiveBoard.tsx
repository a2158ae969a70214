/** The live orders on a board, with those that are paid and not yet confirmed. */
import { useQuery } from "@tanstack/react-query";
import { paths } from "@/app/paths";
import { OrderBoard } from "@/features/orders/lists/OrderBoard";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { Loaded } from "@/ui/States";

/** More live orders than this are looked up in the list. */
const BOARD_SIZE = 100;

export function LiveBoard() {
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
