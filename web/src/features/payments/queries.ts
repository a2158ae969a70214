/** Lists of payments, as the finance office of a department reads them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const paymentsQuery = (query: Query<"/government/payments">) =>
  listQuery("applications", "/government/payments", { query });

export const paymentQuery = (id: string) =>
  readQuery("applications", "/government/payments/{id}", { path: { id } });

/** So many payments are in one list at most. */
export const MOST_LINES = 100;

/** Applications of the department that wait for their payment, as many as one list takes. */
export const waitingQuery = listQuery("applications", "/government/applications", {
  query: { view: "all", state: "approved", page: 1, size: MOST_LINES },
});
