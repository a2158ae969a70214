/** The enterprise centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { loadPanorama } from "@/centres/shell/oversightEntries";
import { ownEntries } from "@/centres/shell/ownEntries";
import {
  complaintsEntry,
  dealingEntries,
  loansEntry,
  pointsEntry,
  teamEntry,
} from "@/centres/shell/partyEntries";

const { enterprise } = paths;

export const centre: Centre = {
  key: "enterprise",
  name: "企业中心",
  roles: ["enterprise"],
  menu: [
    {
      entries: [
        {
          to: enterprise.home,
          label: "工作台",
          icon: "home",
          tab: true,
          load: () => import("./WorkbenchPage").then((m) => m.WorkbenchPage),
        },
      ],
    },
    {
      heading: "融资",
      entries: [
        {
          to: enterprise.demands,
          label: "融资需求",
          short: "需求",
          icon: "demand",
          permission: "demands.own",
          tab: true,
          load: () => import("./DemandsPage").then((m) => m.DemandsPage),
          pages: [
            { path: "new", load: () => import("./DemandEditPage").then((m) => m.DemandEditPage) },
            { path: ":id", load: () => import("./DemandPage").then((m) => m.DemandPage) },
            { path: ":id/edit", load: () => import("./DemandEditPage").then((m) => m.DemandEditPage) },
          ],
        },
        {
          to: paths.products,
          label: "金融产品",
          icon: "market",
        },
        ...dealingEntries(enterprise, "orders.enterprise", {
          orders: () => import("./OrdersPage").then((m) => m.OrdersPage),
          order: () => import("./OrderPage").then((m) => m.OrderPage),
          jointCredits: () => import("./JointCreditsPage").then((m) => m.JointCreditsPage),
          jointCredit: () => import("./JointCreditPage").then((m) => m.JointCreditPage),
        }),
        loansEntry(enterprise, { label: "我的贷款", short: "贷款", permission: "servicing.enterprise" }),
      ],
    },
    {
      heading: "政策",
      entries: [
        {
          to: enterprise.policies,
          label: "适合贵企业的政策",
          short: "政策",
          icon: "consent",
          permission: "policies.match",
          load: () => import("./PoliciesPage").then((m) => m.PoliciesPage),
        },
        {
          to: enterprise.automatic,
          label: "免申即享",
          icon: "points",
          permission: "automatic.own",
          load: () => import("./AutomaticPage").then((m) => m.AutomaticPage),
        },
        {
          to: enterprise.forecasts,
          label: "订阅的预告",
          icon: "message",
          permission: "forecasts.subscribe",
          load: () => import("./ForecastsPage").then((m) => m.ForecastsPage),
        },
        {
          to: enterprise.applications,
          label: "政策申请",
          short: "申请",
          icon: "queue",
          permission: "applications.own",
          load: () => import("./ApplicationsPage").then((m) => m.ApplicationsPage),
          pages: [
            { path: ":id", load: () => import("./ApplicationPage").then((m) => m.ApplicationPage) },
            {
              path: ":id/edit",
              load: () => import("./ApplicationEditPage").then((m) => m.ApplicationEditPage),
            },
          ],
        },
      ],
    },
    {
      heading: "企业信息",
      entries: [
        {
          to: enterprise.profile,
          label: "企业档案",
          icon: "profile",
          permission: "enterprise.profile",
          load: () => import("./ProfilePage").then((m) => m.ProfilePage),
          pages: [
            {
              path: "panorama",
              load: loadPanorama,
              permission: "panorama.own",
            },
          ],
        },
        {
          to: enterprise.verification,
          label: "数据核验",
          icon: "security",
          permission: "enterprise.profile",
          load: () => import("./VerificationPage").then((m) => m.VerificationPage),
        },
        {
          to: enterprise.score,
          label: "创新能力评分",
          icon: "chart",
          permission: "enterprise.profile",
          load: () => import("./ScorePage").then((m) => m.ScorePage),
        },
        {
          to: enterprise.consents,
          label: "数据授权",
          icon: "consent",
          permission: "consents.own",
          load: () => import("./ConsentsPage").then((m) => m.ConsentsPage),
          pages: [{ path: ":id", load: () => import("./ConsentPage").then((m) => m.ConsentPage) }],
        },
        pointsEntry(enterprise),
        teamEntry(enterprise, "organization"),
      ],
    },
    {
      heading: "服务",
      entries: [
        complaintsEntry(enterprise, () => import("./NewComplaintPage").then((m) => m.NewComplaintPage)),
      ],
    },
    { heading: "我的账号", entries: ownEntries(enterprise) },
  ],
  pages: [
    { path: "apply/:productId", load: () => import("./ApplyPage").then((m) => m.ApplyPage) },
    {
      path: "apply-policy/:policyId",
      load: () => import("./ApplyPolicyPage").then((m) => m.ApplyPolicyPage),
    },
  ],
};
