/** The enterprise centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { ownEntries } from "@/centres/shell/ownEntries";

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
        {
          to: enterprise.orders,
          label: "对接单",
          short: "对接",
          icon: "order",
          permission: "orders.enterprise",
          tab: true,
          load: () => import("./OrdersPage").then((m) => m.OrdersPage),
          pages: [{ path: ":id", load: () => import("./OrderPage").then((m) => m.OrderPage) }],
        },
        {
          to: enterprise.secondCredits,
          label: "二次授信",
          short: "二次",
          icon: "order",
          permission: "orders.enterprise",
          load: () => import("@/centres/shared/SecondCreditsPage").then((m) => m.SecondCreditsPage),
          pages: [
            {
              path: ":id",
              load: () => import("@/centres/shared/SecondCreditPage").then((m) => m.SecondCreditPage),
            },
          ],
        },
        {
          to: enterprise.jointCredits,
          label: "联合授信",
          short: "联合",
          icon: "organization",
          permission: "orders.enterprise",
          load: () => import("./JointCreditsPage").then((m) => m.JointCreditsPage),
          pages: [{ path: ":id", load: () => import("./JointCreditPage").then((m) => m.JointCreditPage) }],
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
        },
        {
          to: enterprise.score,
          label: "创新积分",
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
        {
          to: enterprise.points,
          label: "积分与评级",
          short: "积分",
          icon: "points",
          permission: "points.own",
          load: () => import("@/centres/shared/OwnPointsPage").then((m) => m.OwnPointsPage),
        },
        {
          to: enterprise.team,
          label: "账号与分支机构",
          short: "团队",
          icon: "organization",
          permission: "accounts.team",
          load: () => import("@/centres/shared/TeamPage").then((m) => m.TeamPage),
        },
      ],
    },
    {
      heading: "服务",
      entries: [
        {
          to: enterprise.complaints,
          label: "投诉与异议",
          short: "投诉",
          icon: "complaint",
          permission: "complaints.own",
          load: () => import("@/centres/shared/PartyComplaintsPage").then((m) => m.PartyComplaintsPage),
          pages: [
            { path: "new", load: () => import("./NewComplaintPage").then((m) => m.NewComplaintPage) },
            {
              path: ":id",
              load: () => import("@/centres/shared/ComplaintPage").then((m) => m.ComplaintPage),
            },
          ],
        },
      ],
    },
    { heading: "我的账号", entries: ownEntries(enterprise) },
  ],
  pages: [{ path: "apply/:productId", load: () => import("./ApplyPage").then((m) => m.ApplyPage) }],
};
