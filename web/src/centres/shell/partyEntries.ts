/** Entries that enterprises and institutions both have: the same things, each at its own paths. */
import type { IconName } from "@/ui/Icon";
import type { Entry, Load } from "./centre";

type DealingPaths = { orders: string; secondCredits: string; jointCredits: string };
type DealingPages = Record<"orders" | "order" | "jointCredits" | "jointCredit", Load>;

/** Orders and what follows from them. */
export const dealingEntries = (at: DealingPaths, permission: string, pages: DealingPages): Entry[] => [
  {
    to: at.orders,
    label: "对接单",
    short: "对接",
    icon: "order",
    permission,
    tab: true,
    load: pages.orders,
    pages: [{ path: ":id", load: pages.order }],
  },
  {
    to: at.secondCredits,
    label: "二次授信",
    short: "二次",
    icon: "order",
    permission,
    load: () => import("@/centres/shared/SecondCreditsPage").then((m) => m.SecondCreditsPage),
    pages: [
      {
        path: ":id",
        load: () => import("@/centres/shared/SecondCreditPage").then((m) => m.SecondCreditPage),
      },
    ],
  },
  {
    to: at.jointCredits,
    label: "联合授信",
    short: "联合",
    icon: "organization",
    permission,
    load: pages.jointCredits,
    pages: [{ path: ":id", load: pages.jointCredit }],
  },
];

/** Loans after their payment. */
export const loansEntry = (
  { loans }: { loans: string },
  look: Pick<Entry, "label" | "short" | "permission">,
): Entry => ({
  ...look,
  to: loans,
  icon: "loan",
  load: () => import("@/centres/shared/LoansPage").then((m) => m.LoansPage),
  pages: [{ path: ":id", load: () => import("@/centres/shared/LoanPage").then((m) => m.LoanPage) }],
});

export const pointsEntry = ({ points }: { points: string }): Entry => ({
  to: points,
  label: "信用积分与评级",
  short: "信用积分",
  icon: "points",
  permission: "points.own",
  load: () => import("@/centres/shared/OwnPointsPage").then((m) => m.OwnPointsPage),
});

export const teamEntry = ({ team }: { team: string }, icon: IconName): Entry => ({
  to: team,
  label: "账号与分支机构",
  short: "团队",
  icon,
  permission: "accounts.team",
  load: () => import("@/centres/shared/TeamPage").then((m) => m.TeamPage),
});

export const complaintsEntry = ({ complaints }: { complaints: string }, newComplaint: Load): Entry => ({
  to: complaints,
  label: "投诉与异议",
  short: "投诉",
  icon: "complaint",
  permission: "complaints.own",
  load: () => import("@/centres/shared/PartyComplaintsPage").then((m) => m.PartyComplaintsPage),
  pages: [
    { path: "new", load: newComplaint },
    { path: ":id", load: () => import("@/centres/shared/ComplaintPage").then((m) => m.ComplaintPage) },
  ],
});
