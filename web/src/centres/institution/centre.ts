/** The institution centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { ownEntries } from "@/centres/shell/ownEntries";

const { institution } = paths;

export const centre: Centre = {
  key: "institution",
  name: "机构中心",
  roles: ["institution"],
  menu: [
    {
      entries: [
        {
          to: institution.home,
          label: "工作台",
          icon: "home",
          tab: true,
          load: () => import("./WorkbenchPage").then((m) => m.WorkbenchPage),
        },
      ],
    },
    {
      heading: "业务办理",
      entries: [
        {
          to: institution.market,
          label: "需求市场",
          short: "市场",
          icon: "market",
          permission: "market.read",
          tab: true,
          load: () => import("./MarketPage").then((m) => m.MarketPage),
          pages: [{ path: ":id", load: () => import("./MarketDemandPage").then((m) => m.MarketDemandPage) }],
        },
        {
          to: institution.orders,
          label: "对接单",
          short: "对接",
          icon: "order",
          permission: "orders.institution",
          tab: true,
          load: () => import("./OrdersPage").then((m) => m.OrdersPage),
          pages: [{ path: ":id", load: () => import("./OrderPage").then((m) => m.OrderPage) }],
        },
        {
          to: institution.secondCredits,
          label: "二次授信",
          short: "二次",
          icon: "order",
          permission: "orders.institution",
          load: () => import("@/centres/shared/SecondCreditsPage").then((m) => m.SecondCreditsPage),
          pages: [
            {
              path: ":id",
              load: () => import("@/centres/shared/SecondCreditPage").then((m) => m.SecondCreditPage),
            },
          ],
        },
        {
          to: institution.jointCredits,
          label: "联合授信",
          short: "联合",
          icon: "organization",
          permission: "orders.institution",
          load: () => import("./JointCreditsPage").then((m) => m.JointCreditsPage),
          pages: [{ path: ":id", load: () => import("./JointCreditPage").then((m) => m.JointCreditPage) }],
        },
        {
          to: institution.products,
          label: "金融产品",
          short: "产品",
          icon: "demand",
          permission: "products.own",
          load: () => import("./ProductsPage").then((m) => m.ProductsPage),
          pages: [
            { path: "new", load: () => import("./ProductEditPage").then((m) => m.ProductEditPage) },
            { path: ":id", load: () => import("./ProductPage").then((m) => m.ProductPage) },
            { path: ":id/edit", load: () => import("./ProductEditPage").then((m) => m.ProductEditPage) },
          ],
        },
      ],
    },
    {
      heading: "本机构",
      entries: [
        {
          to: institution.points,
          label: "积分与评级",
          short: "积分",
          icon: "points",
          permission: "points.own",
          load: () => import("@/centres/shared/OwnPointsPage").then((m) => m.OwnPointsPage),
        },
        {
          to: institution.card,
          label: "单位名片与认证",
          short: "名片",
          icon: "organization",
          permission: "organizations.card",
          load: () => import("@/features/certifications/CardPage").then((m) => m.CardPage),
        },
        {
          to: institution.team,
          label: "账号与分支机构",
          short: "团队",
          icon: "profile",
          permission: "accounts.team",
          load: () => import("@/centres/shared/TeamPage").then((m) => m.TeamPage),
        },
      ],
    },
    {
      heading: "服务",
      entries: [
        {
          to: institution.complaints,
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
    { heading: "我的账号", entries: ownEntries(institution) },
  ],
};
