/** Menu of the agencies' centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/menu";

const { agency } = paths;

export const centre: Centre = {
  name: "三方机构",
  home: agency.home,
  messages: agency.messages,
  security: agency.security,
  menu: [
    { to: agency.home, label: "首页", icon: "home", end: true, tab: true },
    {
      to: agency.card,
      label: "单位名片与认证",
      short: "名片",
      icon: "organization",
      permission: "organizations.card",
      tab: true,
    },
    { to: agency.points, label: "积分", icon: "points", permission: "points.own" },
    {
      to: agency.team,
      label: "账号与分支机构",
      short: "团队",
      icon: "profile",
      permission: "accounts.team",
    },
    {
      to: agency.messages,
      label: "消息",
      icon: "message",
      permission: "messages.read",
      tab: true,
      unread: true,
    },
    {
      to: agency.security,
      label: "账号与安全",
      short: "账号",
      icon: "security",
      permission: "account.own",
      tab: true,
    },
  ],
};
