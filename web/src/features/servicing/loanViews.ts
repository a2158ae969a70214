/** The tabs of a list of loans, and what each asks the server for. */
import { todayIn } from "@/lib/dates";
import type { LoanSearch, LoanSide } from "./queries";

const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

export const LOAN_VIEWS = {
  running: "在贷",
  late: "逾期",
  maturing: `${SOON_DAYS} 天内到期`,
  recorded: "待企业确认",
  settled: "已结清",
} as const;

export type LoanView = keyof typeof LOAN_VIEWS;

const OF_SIDE: Record<LoanSide, readonly LoanView[]> = {
  institution: ["running", "late", "maturing", "recorded", "settled"],
  enterprise: ["running", "recorded", "settled"],
};

/** The first one is what a list opens with; it stands in no URL. */
export const loanTabs = (side: LoanSide) =>
  OF_SIDE[side].map((view) => ({
    value: view === "running" ? undefined : view,
    label: side === "enterprise" && view === "recorded" ? "待确认" : LOAN_VIEWS[view],
  }));

export function loanSearch(view: LoanView, now: Date): LoanSearch {
  switch (view) {
    case "late":
      return { late: true };
    case "maturing":
      return { matures_by: todayIn(new Date(now.getTime() + SOON_DAYS * DAY_MS)) };
    default:
      return { state: view };
  }
}
