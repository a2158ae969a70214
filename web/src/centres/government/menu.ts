/** Menu of the government centre (departments and the supervisor). */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/menu";

const { government } = paths;

export const centre: Centre = {
  name: "政府中心",
  home: government.home,
  messages: government.messages,
  security: government.security,
  menu: [
    { to: government.home, label: "融资概览", short: "概览", icon: "chart", end: true, tab: true },
    {
      to: government.unmatched,
      label: "未匹配需求",
      short: "需求",
      icon: "demand",
      permission: "demands.unmatched",
      tab: true,
    },
    { to: government.overdue, label: "逾期督办", icon: "queue", permission: "orders.overdue" },
    {
      to: government.complaints,
      label: "投诉与异常",
      short: "投诉",
      icon: "complaint",
      permission: "complaints.oversee",
    },
    {
      to: government.assessment,
      label: "机构考核",
      short: "考核",
      icon: "points",
      permission: "points.assessment",
    },
    {
      to: government.segments,
      label: "企业分群",
      short: "分群",
      icon: "segments",
      permission: "enterprises.segments",
    },
    {
      to: government.audit,
      label: "审计日志",
      short: "审计",
      icon: "audit",
      permission: "audit.read",
      tab: true,
    },
    {
      to: government.messages,
      label: "消息",
      icon: "message",
      permission: "messages.read",
      tab: true,
      unread: true,
    },
    {
      to: government.security,
      label: "账号与安全",
      short: "账号",
      icon: "security",
      permission: "account.own",
      tab: true,
    },
  ],
};
