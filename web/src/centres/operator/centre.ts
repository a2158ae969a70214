/** The operator's back office. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { firmPages, loanOverviewEntry, policyStatisticsEntry } from "@/centres/shell/oversightEntries";
import { ownEntries } from "@/centres/shell/ownEntries";

const { operator } = paths;

/** Records that only the queue and messages lead to. */
const REVIEWED = [
  { path: "demands/:id", load: () => import("./DemandReviewPage").then((m) => m.DemandReviewPage) },
  { path: "rating-appeals/:id", load: () => import("./RatingAppealPage").then((m) => m.RatingAppealPage) },
  { path: "second-credits/:id", load: () => import("./SecondReviewPage").then((m) => m.SecondReviewPage) },
  {
    path: "certifications/:id",
    load: () => import("./CertificationPage").then((m) => m.CertificationPage),
  },
];

export const centre: Centre = {
  key: "operator",
  name: "后台管理",
  roles: ["operator"],
  menu: [
    {
      heading: "审核",
      entries: [
        {
          to: operator.home,
          label: "审核工作台",
          short: "审核",
          icon: "queue",
          permission: "reviews.handle",
          tab: true,
          load: () => import("./QueuePage").then((m) => m.QueuePage),
          around: () => import("./ReviewDesk").then((m) => m.ReviewDesk),
          // The pages of records that wait, with the queue beside them; each has its own place besides, for links and messages.
          pages: [
            {
              path: "queue/organizations/:id",
              permission: "organizations.manage",
              load: () => import("./OrganizationPage").then((m) => m.OrganizationPage),
            },
            ...REVIEWED.map(({ path, load }) => ({ path: `queue/${path}`, load })),
            {
              path: "queue/products/:id",
              load: () => import("./ProductReviewPage").then((m) => m.ProductReviewPage),
            },
          ],
        },
        {
          to: operator.organizations,
          label: "单位管理",
          short: "单位",
          icon: "organization",
          permission: "organizations.manage",
          tab: true,
          load: () => import("./OrganizationsPage").then((m) => m.OrganizationsPage),
          pages: [{ path: ":id", load: () => import("./OrganizationPage").then((m) => m.OrganizationPage) }],
        },
        {
          to: operator.accounts,
          label: "账号管理",
          short: "账号",
          icon: "security",
          permission: "accounts.manage",
          load: () => import("./AccountsPage").then((m) => m.AccountsPage),
          pages: [{ path: ":id", load: () => import("./AccountPage").then((m) => m.AccountPage) }],
        },
        {
          to: operator.products,
          label: "金融产品",
          short: "产品",
          icon: "demand",
          permission: "reviews.handle",
          load: () => import("./ProductsPage").then((m) => m.ProductsPage),
          pages: [
            { path: ":id", load: () => import("./ProductReviewPage").then((m) => m.ProductReviewPage) },
          ],
        },
      ],
    },
    {
      heading: "跟进与督办",
      entries: [
        {
          to: operator.unanswered,
          label: "人工推介",
          icon: "message",
          permission: "reviews.handle",
          load: () => import("./UnansweredPage").then((m) => m.UnansweredPage),
        },
        {
          to: operator.overdue,
          label: "逾期督办",
          icon: "queue",
          permission: "orders.overdue",
          load: () => import("@/centres/shared/OverduePage").then((m) => m.OverduePage),
        },
        loanOverviewEntry(operator),
        policyStatisticsEntry(operator),
        {
          to: operator.callbacks,
          label: "满意度回访",
          short: "回访",
          icon: "phone",
          permission: "callbacks.manage",
          load: () => import("./CallbacksPage").then((m) => m.CallbacksPage),
        },
        {
          to: operator.adjustments,
          label: "政策调整通知",
          icon: "consent",
          permission: "adjustments.handle",
          load: () => import("./AdjustmentsPage").then((m) => m.AdjustmentsPage),
          pages: [
            {
              path: ":id",
              load: () => import("@/centres/shared/AdjustmentPage").then((m) => m.AdjustmentPage),
            },
          ],
        },
        {
          to: operator.complaints,
          label: "投诉与异议",
          short: "投诉",
          icon: "complaint",
          permission: "complaints.handle",
          load: () => import("./ComplaintsPage").then((m) => m.ComplaintsPage),
          pages: [
            {
              path: ":id",
              load: () => import("@/centres/shared/ComplaintPage").then((m) => m.ComplaintPage),
            },
          ],
        },
      ],
    },
    {
      heading: "规则与参数",
      entries: [
        {
          to: operator.points,
          label: "信用积分管理",
          icon: "points",
          permission: "points.manage",
          load: () => import("./PointsPage").then((m) => m.PointsPage),
          pages: [
            {
              path: ":id",
              load: () => import("./OrganizationPointsPage").then((m) => m.OrganizationPointsPage),
            },
          ],
        },
        {
          to: operator.scoreWeights,
          label: "创新能力评分权重",
          icon: "chart",
          permission: "enterprises.score",
          load: () => import("./ScoreWeightsPage").then((m) => m.ScoreWeightsPage),
        },
        {
          to: operator.matching,
          label: "匹配设置",
          icon: "chart",
          permission: "matching.tune",
          load: () => import("./MatchingPage").then((m) => m.MatchingPage),
        },
        {
          to: operator.parameters,
          label: "平台参数",
          icon: "chart",
          permission: "parameters.manage",
          load: () => import("./ParametersPage").then((m) => m.ParametersPage),
        },
        {
          to: operator.calendar,
          label: "工作日历",
          icon: "jobs",
          permission: "calendar.manage",
          load: () => import("./CalendarPage").then((m) => m.CalendarPage),
        },
        {
          to: operator.lpr,
          label: "LPR",
          icon: "chart",
          permission: "lpr.manage",
          load: () => import("./LprPage").then((m) => m.LprPage),
        },
        {
          to: operator.standards,
          label: "标准目录",
          icon: "chart",
          permission: "enterprises.standards",
          load: () => import("./StandardsPage").then((m) => m.StandardsPage),
        },
        {
          to: operator.agreements,
          label: "协议文本",
          icon: "audit",
          permission: "agreements.publish",
          load: () => import("./AgreementsPage").then((m) => m.AgreementsPage),
        },
      ],
    },
    {
      heading: "系统",
      entries: [
        {
          to: operator.jobs,
          label: "后台任务",
          icon: "jobs",
          permission: "jobs.manage",
          load: () => import("./JobsPage").then((m) => m.JobsPage),
        },
        {
          to: operator.audit,
          label: "审计日志",
          short: "审计",
          icon: "audit",
          permission: "audit.read",
          tab: true,
          load: () => import("@/centres/shared/AuditPage").then((m) => m.AuditPage),
        },
      ],
    },
    { heading: "我的账号", entries: ownEntries(operator) },
  ],
  pages: [...REVIEWED, ...firmPages],
};
