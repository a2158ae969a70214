/** Lists of payments, as the finance office of a department reads them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const paymentsQuery = (query: Query<"/government/payments">) =>
  listQuery("applications", "/government/payments", { query });

export const paymentQuery = (id: string) =>
  readQuery("applications", "/government/payments/{id}", { path: { id } });
