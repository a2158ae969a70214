/** Entries of those who oversee what institutions do. */
import type { Entry } from "./centre";

/** 贷后情况, for those who oversee it. */
export const loanOverviewEntry = ({ loans }: { loans: string }): Entry => ({
  to: loans,
  label: "贷后情况",
  short: "贷后",
  icon: "loan",
  permission: "servicing.oversight",
  load: () => import("@/centres/shared/LoanOverviewPage").then((m) => m.LoanOverviewPage),
});
