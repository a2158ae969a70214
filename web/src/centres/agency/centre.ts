/** The agencies' centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/centre";
import { ownEntries } from "@/centres/shell/ownEntries";

const { agency } = paths;

export const centre: Centre = {
  key: "agency",
  name: "三方机构",
  roles: ["agency"],
  menu: [
    {
      entries: [
        {
          to: agency.home,
          label: "首页",
          icon: "home",
          tab: true,
          load: () => import("./AgencyHomePage").then((m) => m.AgencyHomePage),
        },
      ],
    },
    {
      heading: "本单位",
      entries: [
        {
          to: agency.card,
          label: "单位名片与认证",
          short: "名片",
          icon: "organization",
          permission: "organizations.card",
          tab: true,
          load: () => import("@/features/certifications/CardPage").then((m) => m.CardPage),
        },
        {
          to: agency.points,
          label: "信用积分",
          icon: "points",
          permission: "points.own",
          load: () => import("@/centres/shared/OwnPointsPage").then((m) => m.OwnPointsPage),
        },
        {
          to: agency.team,
          label: "账号与分支机构",
          short: "团队",
          icon: "profile",
          permission: "accounts.team",
          load: () => import("@/centres/shared/TeamPage").then((m) => m.TeamPage),
        },
      ],
    },
    { heading: "我的账号", entries: ownEntries(agency, { securityTab: true }) },
  ],
};
