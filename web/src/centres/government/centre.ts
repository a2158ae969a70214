/** The government centre (departments and the supervisor). */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { firmPages, loanOverviewEntry, policyStatisticsEntry } from "@/centres/shell/oversightEntries";
import { ownEntries } from "@/centres/shell/ownEntries";
import { teamEntry } from "@/centres/shell/partyEntries";

const { government } = paths;

const editForecast = () => import("./ForecastEditPage").then((m) => m.ForecastEditPage);
const editPolicy = () => import("./PolicyEditPage").then((m) => m.PolicyEditPage);

export const centre: Centre = {
  key: "government",
  name: "政府中心",
  roles: ["government", "supervisor"],
  menu: [
    {
      entries: [
        {
          to: government.home,
          label: "融资概览",
          short: "概览",
          icon: "chart",
          tab: true,
          load: () => import("./OverviewPage").then((m) => m.OverviewPage),
        },
      ],
    },
    {
      heading: "政策兑现",
      entries: [
        {
          to: government.policies,
          label: "政策事项",
          short: "政策",
          icon: "consent",
          permission: "policies.own",
          tab: true,
          load: () => import("./PoliciesPage").then((m) => m.PoliciesPage),
          pages: [
            { path: "new", load: editPolicy },
            { path: ":id", load: () => import("./PolicyPage").then((m) => m.PolicyPage) },
            { path: ":id/edit", load: editPolicy },
          ],
        },
        {
          to: government.forecasts,
          label: "政策预告",
          icon: "jobs",
          permission: "forecasts.own",
          load: () => import("./ForecastsPage").then((m) => m.ForecastsPage),
          pages: [
            { path: "new", load: editForecast },
            { path: ":id", load: () => import("./ForecastPage").then((m) => m.ForecastPage) },
            { path: ":id/edit", load: editForecast },
          ],
        },
        {
          to: government.adjustments,
          label: "政策调整通知",
          icon: "message",
          permission: "adjustments.own",
          load: () => import("./AdjustmentsPage").then((m) => m.AdjustmentsPage),
          pages: [
            { path: "new", load: () => import("./NewAdjustmentPage").then((m) => m.NewAdjustmentPage) },
            {
              path: ":id",
              load: () => import("@/centres/shared/AdjustmentPage").then((m) => m.AdjustmentPage),
            },
          ],
        },
        {
          to: government.applications,
          label: "申请审核",
          short: "审核",
          icon: "queue",
          permission: "applications.review",
          tab: true,
          load: () => import("./ApplicationsPage").then((m) => m.ApplicationsPage),
          pages: [
            { path: ":id", load: () => import("./ApplicationPage").then((m) => m.ApplicationPage) },
            {
              path: "consultations/:id",
              load: () => import("./ConsultationPage").then((m) => m.ConsultationPage),
            },
          ],
        },
        {
          to: government.automatic,
          label: "免申即享",
          icon: "points",
          permission: "automatic.department",
          load: () => import("./AutomaticPage").then((m) => m.AutomaticPage),
          pages: [
            { path: ":id", load: () => import("./AutomaticListPage").then((m) => m.AutomaticListPage) },
          ],
        },
        {
          to: government.budgets,
          label: "资金预算",
          icon: "chart",
          permission: "policies.own",
          load: () => import("./BudgetsPage").then((m) => m.BudgetsPage),
          pages: [{ path: ":id", load: () => import("./BudgetPage").then((m) => m.BudgetPage) }],
        },
        {
          to: government.payments,
          label: "资金拨付",
          icon: "loan",
          permission: "payments.own",
          load: () => import("./PaymentsPage").then((m) => m.PaymentsPage),
          pages: [{ path: ":id", load: () => import("./PaymentPage").then((m) => m.PaymentPage) }],
        },
        policyStatisticsEntry(government),
      ],
    },
    {
      heading: "督办",
      entries: [
        {
          to: government.unmatched,
          label: "未匹配需求",
          short: "需求",
          icon: "demand",
          permission: "demands.unmatched",
          tab: true,
          load: () => import("./UnmatchedPage").then((m) => m.UnmatchedPage),
        },
        {
          to: government.overdue,
          label: "逾期督办",
          icon: "queue",
          permission: "orders.overdue",
          load: () => import("@/centres/shared/OverduePage").then((m) => m.OverduePage),
        },
        {
          to: government.complaints,
          label: "投诉与异常",
          short: "投诉",
          icon: "complaint",
          permission: "complaints.oversee",
          load: () => import("./ComplaintsPage").then((m) => m.ComplaintsPage),
          pages: [
            {
              path: "new",
              load: () => import("./NewIncidentPage").then((m) => m.NewIncidentPage),
              permission: "complaints.own",
            },
            {
              path: ":id",
              load: () => import("@/centres/shared/ComplaintPage").then((m) => m.ComplaintPage),
            },
          ],
        },
      ],
    },
    {
      heading: "分析与监督",
      entries: [
        {
          to: government.supply,
          label: "供需查询",
          icon: "market",
          permission: "supply.read",
          load: () => import("./SupplyPage").then((m) => m.SupplyPage),
          pages: [{ path: ":id", load: () => import("./SupplyDemandPage").then((m) => m.SupplyDemandPage) }],
        },
        loanOverviewEntry(government),
        {
          to: government.assessment,
          label: "机构考核",
          short: "考核",
          icon: "points",
          permission: "points.assessment",
          load: () => import("./AssessmentPage").then((m) => m.AssessmentPage),
        },
        {
          to: government.segments,
          label: "企业分群",
          short: "分群",
          icon: "segments",
          permission: "enterprises.segments",
          load: () => import("./SegmentsPage").then((m) => m.SegmentsPage),
        },
        {
          to: government.audit,
          label: "审计日志",
          short: "审计",
          icon: "audit",
          permission: "audit.read",
          tab: true,
          load: () => import("@/centres/shared/AuditPage").then((m) => m.AuditPage),
        },
      ],
    },
    {
      heading: "我的账号",
      entries: [teamEntry(government, "organization"), ...ownEntries(government, { securityTab: true })],
    },
  ],
  pages: firmPages,
};
