/** Words for policy items, and what a list and the head of a page say of one. */
import type { Schema } from "@/api/types";
import { formatDate } from "@/lib/dates";
import type { Operator } from "@/lib/forms/model";
import { moneyText } from "@/lib/money";
import type { Labels, Texts } from "./label";

export const POLICY_LEVEL: Texts<Schema<"PolicyLevel">> = {
  national: "国家级",
  city: "市级",
  district: "区级",
};

export const POLICY_CLASS: Texts<Schema<"PolicyClass">> = {
  relief: "减免类",
  subsidy: "奖补类",
  benefit: "权益类",
  title: "资质类",
};

export const POLICY_MODE: Texts<Schema<"PolicyMode">> = {
  application: "申报",
  fast: "快申快享",
  automatic: "免申即享",
  commitment: "告知承诺",
};

export const POLICY_STATE: Labels<Schema<"PolicyState">> = {
  draft: { text: "未发布", tone: "neutral" },
  open: { text: "已发布", tone: "ok" },
  suspended: { text: "暂停办理", tone: "warn" },
  closed: { text: "已结束", tone: "neutral" },
  archived: { text: "已归档", tone: "neutral" },
};

export const POLICY_VERSION_STATE: Labels<Schema<"PolicyVersionState">> = {
  draft: { text: "编辑中", tone: "neutral" },
  checking: { text: "待核校", tone: "info" },
  returned: { text: "退回补正", tone: "warn" },
  checked: { text: "核校通过，待发布", tone: "ok" },
  scheduled: { text: "定时发布", tone: "info" },
  published: { text: "已发布", tone: "ok" },
};

export const MATERIAL_SOURCE: Texts<Schema<"MaterialSource">> = {
  upload: "企业上传",
  platform: "系统调取",
  statement: "书面承诺",
};

export const POLICY_ORIGIN: Texts<Schema<"PolicyOrigin">> = {
  self_declared: "企业自填",
  register: "登记信息",
  platform: "平台记录",
  tax: "税务信息",
  social_security: "社保信息",
  intellectual_property: "知识产权信息",
  department: "部门认定",
  audit: "审计报告",
};

export const POLICY_OPERATOR: Texts<Operator> = {
  equal: "等于",
  unequal: "不等于",
  less: "低于",
  at_most: "不高于",
  more: "高于",
  at_least: "不低于",
  between: "介于",
  in: "为下列之一",
  contains_any: "包括其中之一",
  contains_all: "同时包括",
  before: "早于",
  after: "晚于",
  within: "在一段时间内",
  exists: "已有记录",
};

type Window = { opens_on?: string | null; closes_on?: string | null };

/** `2026-11-01 至 2027-03-31`, `2026-11-01 起长期有效`. */
export function windowText({ opens_on, closes_on }: Window): string {
  if (!opens_on && !closes_on) return "长期有效";
  if (!closes_on) return `${formatDate(opens_on)} 起长期有效`;
  return opens_on ? `${formatDate(opens_on)} 至 ${formatDate(closes_on)}` : `至 ${formatDate(closes_on)}`;
}

/** Whether applications are taken on `today`, in words, by days as the server writes them. */
export function openLabel(
  item: Window & { state: Schema<"PolicyState"> },
  today: string,
): { text: string; tone: "ok" | "warn" | "neutral" | "info" } {
  if (item.state === "suspended") return { text: "暂停办理", tone: "warn" };
  if (item.state !== "open") return { text: "已结束", tone: "neutral" };
  if (item.opens_on && today < item.opens_on) return { text: "尚未开始", tone: "info" };
  if (item.closes_on && item.closes_on < today) return { text: "已截止", tone: "neutral" };
  return { text: "正在办理", tone: "ok" };
}

/** The most that one firm is paid; — where it is not about money or has no end. */
export const capText = (cap: number | null | undefined) => (cap ? `最高 ${moneyText(cap)}` : "—");

/** Working days of all steps together. */
export function totalDays(steps: readonly { days?: number | null }[]): number | null {
  const days = steps.reduce((sum, step) => sum + (step.days ?? 0), 0);
  return days > 0 ? days : null;
}
