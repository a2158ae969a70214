/** Words for organisations, roles, reviews and audit results. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

/** How far a sub-account may go. */
export const ACCESS: Texts<Schema<"Access">> = { handle: "经办", read: "只读" };

export const ROLE: Texts<Schema<"Role">> = {
  enterprise: "企业用户",
  institution: "金融机构用户",
  government: "政府用户",
  agency: "第三方中介机构用户",
  operator: "平台运营人员",
  supervisor: "平台监督人员",
};

export const ORG_KIND: Texts<Schema<"OrgKind">> = {
  enterprise: "企业",
  institution: "金融机构",
  department: "政府部门",
  agency: "第三方中介机构",
  operator: "平台运营单位",
};

export const ORG_STATE: Labels<Schema<"OrgState">> = {
  reviewing: { text: "待审核", tone: "info" },
  returned: { text: "退回补正", tone: "warn" },
  active: { text: "已通过", tone: "ok" },
  refused: { text: "审核未通过", tone: "err" },
  suspended: { text: "暂停使用", tone: "warn" },
};

export const CERTIFICATION_STATE: Labels<Schema<"CertificationState">> = {
  none: { text: "未申请", tone: "neutral" },
  applied: { text: "审核中", tone: "info" },
  granted: { text: "已通过", tone: "ok" },
  refused: { text: "审核未通过", tone: "err" },
};

export const CERTIFIED: Labels<"true" | "false"> = {
  true: { text: "已认证", tone: "ok" },
  false: { text: "未认证", tone: "neutral" },
};

export const INSTITUTION_TYPE: Texts<Schema<"InstitutionType">> = {
  bank: "银行",
  equity_fund: "股权投资基金",
  guarantor: "融资担保公司",
  micro_loan: "小额贷款公司",
  leasing: "融资租赁公司",
  factoring: "商业保理公司",
  insurer: "保险公司",
  government_fund: "政府基金",
};

export const ORG_TYPE: Texts<Schema<"OrgType">> = {
  limited: "有限责任公司",
  joint_stock: "股份有限公司",
  sole_proprietor: "个人独资企业",
  partnership: "合伙企业",
  individual: "个体工商户",
  other: "其他",
};

export const TAX_GRADE: Texts<Schema<"TaxGrade">> = { a: "A 级", b: "B 级", m: "M 级", c: "C 级", d: "D 级" };

export const TITLE: Texts<Schema<"Title">> = {
  high_tech: "高新技术企业",
  tech_sme: "科技型中小企业",
  srdi: "专精特新中小企业",
  little_giant: "专精特新“小巨人”企业",
  champion: "制造业单项冠军",
  gazelle: "瞪羚企业",
  unicorn: "独角兽企业",
  incubated: "孵化器在园企业",
  above_scale: "规模以上企业",
};

export const REVIEW_STATE: Labels<Schema<"ReviewState">> = {
  waiting: { text: "待审核", tone: "info" },
  approved: { text: "已通过", tone: "ok" },
  returned: { text: "已退回补正", tone: "warn" },
  refused: { text: "审核未通过", tone: "err" },
  withdrawn: { text: "已撤回", tone: "neutral" },
};

export const AUDIT_RESULT: Labels<Schema<"AuditView">["result"]> = {
  ok: { text: "成功", tone: "ok" },
  denied: { text: "拒绝", tone: "warn" },
  failed: { text: "失败", tone: "err" },
};

export const TIMELINE_SIDE: Labels<Schema<"TimelineItem">["side"]> = {
  enterprise: { text: "企业", tone: "info" },
  institution: { text: "金融机构", tone: "purple" },
  platform: { text: "平台", tone: "ok" },
  system: { text: "系统", tone: "neutral" },
  government: { text: "政府部门", tone: "warn" },
  agency: { text: "中介机构", tone: "purple" },
};
