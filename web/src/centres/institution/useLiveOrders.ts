/** Orders that run, those among them that are paid and not yet confirmed: the nearest limits, as many as one answer holds. */
import { useQuery } from "@tanstack/react-query";
import { institutionOrdersQuery } from "@/features/orders/queries";

/** The most that one answer holds. */
const MOST = 100;

export function useLiveOrders() {
  const live = useQuery(institutionOrdersQuery({ live: true, sort: "due", size: MOST }));
  // Paid, and not yet confirmed by the enterprise: no place on the demand, but not done either.
  const paid = useQuery(institutionOrdersQuery({ state: "disbursed", sort: "due", size: MOST }));
  const both = live.data &&
    paid.data && {
      orders: [
        ...new Map([...live.data.items, ...paid.data.items].map((order) => [order.id, order])).values(),
      ],
      total: live.data.total + paid.data.total,
    };
  return {
    data: both,
    error: live.error ?? paid.error,
    isPending: live.isPending || paid.isPending,
    refetch: () => Promise.all([live.refetch(), paid.refetch()]),
  };
}
