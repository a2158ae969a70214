/** Menu of the operator's back office. */
import { paths } from "@/app/paths";
import type { Centre } from "@/centres/shell/menu";

const { operator } = paths;

export const centre: Centre = {
  name: "后台管理",
  home: operator.home,
  messages: operator.messages,
  security: operator.security,
  menu: [
    {
      to: operator.home,
      label: "审核工作台",
      short: "审核",
      icon: "queue",
      permission: "reviews.handle",
      end: true,
      tab: true,
    },
    {
      to: operator.organizations,
      label: "单位管理",
      short: "单位",
      icon: "organization",
      permission: "organizations.manage",
      tab: true,
    },
    {
      to: operator.accounts,
      label: "账号管理",
      short: "账号",
      icon: "security",
      permission: "accounts.manage",
    },
    {
      to: operator.products,
      label: "金融产品",
      short: "产品",
      icon: "demand",
      permission: "reviews.handle",
    },
    { to: operator.unanswered, label: "人工推介", icon: "message", permission: "reviews.handle" },
    { to: operator.overdue, label: "逾期督办", icon: "queue", permission: "orders.overdue" },
    {
      to: operator.complaints,
      label: "投诉与异议",
      short: "投诉",
      icon: "complaint",
      permission: "complaints.handle",
    },
    { to: operator.points, label: "积分管理", icon: "points", permission: "points.manage" },
    { to: operator.scoreWeights, label: "积分权重", icon: "chart", permission: "enterprises.score" },
    { to: operator.matching, label: "匹配调参", icon: "chart", permission: "matching.tune" },
    { to: operator.parameters, label: "平台参数", icon: "chart", permission: "parameters.manage" },
    { to: operator.calendar, label: "工作日历", icon: "jobs", permission: "calendar.manage" },
    { to: operator.jobs, label: "后台任务", icon: "jobs", permission: "jobs.manage" },
    {
      to: operator.audit,
      label: "审计日志",
      short: "审计",
      icon: "audit",
      permission: "audit.read",
      tab: true,
    },
    {
      to: operator.messages,
      label: "消息",
      icon: "message",
      permission: "messages.read",
      tab: true,
      unread: true,
    },
    { to: operator.security, label: "账号与安全", icon: "security", permission: "account.own" },
  ],
};
