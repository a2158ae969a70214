/** Menu of the enterprise centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/menu";

const { enterprise } = paths;

export const centre: Centre = {
  name: "企业中心",
  home: enterprise.home,
  messages: enterprise.messages,
  security: enterprise.security,
  menu: [
    { to: enterprise.home, label: "工作台", icon: "home", end: true, tab: true },
    {
      to: enterprise.demands,
      label: "融资需求",
      short: "需求",
      icon: "demand",
      permission: "demands.own",
      tab: true,
    },
    { to: paths.products, label: "金融产品", icon: "market" },
    {
      to: enterprise.orders,
      label: "对接单",
      short: "对接",
      icon: "order",
      permission: "orders.enterprise",
      tab: true,
    },
    {
      to: enterprise.secondCredits,
      label: "二次授信",
      short: "二次",
      icon: "order",
      permission: "orders.enterprise",
    },
    {
      to: enterprise.jointCredits,
      label: "联合授信",
      short: "联合",
      icon: "organization",
      permission: "orders.enterprise",
    },
    { to: enterprise.profile, label: "企业档案", icon: "profile", permission: "enterprise.profile" },
    { to: enterprise.score, label: "创新积分", icon: "chart", permission: "enterprise.profile" },
    { to: enterprise.consents, label: "数据授权", icon: "consent", permission: "consents.own" },
    { to: enterprise.points, label: "积分与评级", short: "积分", icon: "points", permission: "points.own" },
    {
      to: enterprise.team,
      label: "账号与分支机构",
      short: "团队",
      icon: "organization",
      permission: "accounts.team",
    },
    {
      to: enterprise.complaints,
      label: "投诉与异议",
      short: "投诉",
      icon: "complaint",
      permission: "complaints.own",
    },
    {
      to: enterprise.messages,
      label: "消息",
      icon: "message",
      permission: "messages.read",
      tab: true,
      unread: true,
    },
    { to: enterprise.security, label: "账号与安全", icon: "security", permission: "account.own" },
  ],
};
