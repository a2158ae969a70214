import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

const LIST = { enterprise: "/enterprise/draws", institution: "/institution/draws" } as const;
const DETAIL = { enterprise: "/enterprise/draws/{id}", institution: "/institution/draws/{id}" } as const;

/** Who borrows, and who lends. */
export type LoanSide = keyof typeof LIST;
export type LoanSearch = Query<(typeof LIST)[LoanSide]>;

export const loansQuery = (side: LoanSide, query: LoanSearch) => listQuery("draws", LIST[side], { query });

export const loanQuery = (side: LoanSide, id: string) => readQuery("draws", DETAIL[side], { path: { id } });

export const loanOverviewQuery = (query: Query<"/oversight/loans">) =>
  listQuery("draws", "/oversight/loans", { query });

const TRENDS = { enterprise: "/enterprise/trends", institution: "/institution/trends" } as const;

/** What was opened and paid in each of the last months. */
export const ownTrendsQuery = (side: LoanSide) => readQuery("draws", TRENDS[side]);

/** Path of a file of a loan: contract, voucher, or what a check brought. */
export const loanFile = (side: LoanSide, loan: string) => (file: string) =>
  `/${side}/draws/${loan}/files/${file}`;
