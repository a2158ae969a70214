/** Entries of those who oversee what institutions do, and pages about firms that several centres have. */
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

/** 企业全景, in whichever centre. */
export const loadPanorama = () => import("@/centres/shared/PanoramaPage").then((m) => m.PanoramaPage);

/** 企业全景 of firms that the menu does not list. */
export const firmPages = [{ path: "firms/:id", load: loadPanorama }];

/** 政策统计, of the own department or of all. */
export const policyStatisticsEntry = ({ policyStatistics }: { policyStatistics: string }): Entry => ({
  to: policyStatistics,
  label: "政策统计",
  short: "统计",
  icon: "chart",
  permission: "policy_statistics.read",
  load: () => import("@/centres/shared/PolicyStatisticsPage").then((m) => m.PolicyStatisticsPage),
});
