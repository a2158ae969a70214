/** The institution centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { firmPages } from "@/centres/shell/oversightEntries";
import { ownEntries } from "@/centres/shell/ownEntries";
import {
  complaintsEntry,
  dealingEntries,
  loansEntry,
  pointsEntry,
  teamEntry,
} from "@/centres/shell/partyEntries";

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
        ...dealingEntries(institution, "orders.institution", {
          orders: () => import("./OrdersPage").then((m) => m.OrdersPage),
          order: () => import("./OrderPage").then((m) => m.OrderPage),
          jointCredits: () => import("./JointCreditsPage").then((m) => m.JointCreditsPage),
          jointCredit: () => import("./JointCreditPage").then((m) => m.JointCreditPage),
        }),
        loansEntry(institution, { label: "贷后管理", short: "贷后", permission: "servicing.institution" }),
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
        pointsEntry(institution),
        {
          to: institution.card,
          label: "单位名片与认证",
          short: "名片",
          icon: "organization",
          permission: "organizations.card",
          load: () => import("@/features/certifications/CardPage").then((m) => m.CardPage),
        },
        teamEntry(institution, "profile"),
      ],
    },
    {
      heading: "服务",
      entries: [
        complaintsEntry(institution, () => import("./NewComplaintPage").then((m) => m.NewComplaintPage)),
      ],
    },
    { heading: "我的账号", entries: ownEntries(institution) },
  ],
  pages: firmPages,
};
