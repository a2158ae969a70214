/** Menu of the institution centre. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/menu";

const { institution } = paths;

export const centre: Centre = {
  name: "机构中心",
  home: institution.home,
  messages: institution.messages,
  security: institution.security,
  menu: [
    { to: institution.home, label: "工作台", icon: "home", end: true, tab: true },
    {
      to: institution.market,
      label: "需求市场",
      short: "市场",
      icon: "market",
      permission: "market.read",
      tab: true,
    },
    {
      to: institution.orders,
      label: "对接单",
      short: "对接",
      icon: "order",
      permission: "orders.institution",
      tab: true,
    },
    {
      to: institution.secondCredits,
      label: "二次授信",
      short: "二次",
      icon: "order",
      permission: "orders.institution",
    },
    {
      to: institution.jointCredits,
      label: "联合授信",
      short: "联合",
      icon: "organization",
      permission: "orders.institution",
    },
    {
      to: institution.products,
      label: "金融产品",
      short: "产品",
      icon: "demand",
      permission: "products.own",
    },
    { to: institution.points, label: "积分与评级", short: "积分", icon: "points", permission: "points.own" },
    {
      to: institution.card,
      label: "单位名片与认证",
      short: "名片",
      icon: "organization",
      permission: "organizations.card",
    },
    {
      to: institution.team,
      label: "账号与分支机构",
      short: "团队",
      icon: "profile",
      permission: "accounts.team",
    },
    {
      to: institution.complaints,
      label: "投诉与异议",
      short: "投诉",
      icon: "complaint",
      permission: "complaints.own",
    },
    {
      to: institution.messages,
      label: "消息",
      icon: "message",
      permission: "messages.read",
      tab: true,
      unread: true,
    },
    { to: institution.security, label: "账号与安全", icon: "security", permission: "account.own" },
  ],
};
