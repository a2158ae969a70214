/** The six steps in which a profile is filled in: what is asked for in each, and what each brings to the completeness. */
import type { Schema } from "@/api/types";
import { newestYear, type ProfileValues } from "./profileValues";
import { fieldId, STEP_TITLE, type StepKey } from "./sections";

export const STEPS = [
  {
    key: "basic",
    title: STEP_TITLE.basic,
    help: "对照营业执照填写。对接前，机构看不到企业名称、信用代码和经营地址。",
    fields: [
      "org_type",
      "founded_on",
      "reg_capital",
      "paid_capital",
      "district",
      "park",
      "address",
      "reg_authority",
      "former_names",
    ],
  },
  {
    key: "people",
    title: STEP_TITLE.people,
    help: "您确认对接后，机构按这里的联系方式与您沟通。",
    // The tick belongs to the identity number and is not sent.
    fields: ["legal_person", "legal_person_id", "agreed", "contact_name", "mobile", "email"],
  },
  {
    key: "business",
    title: STEP_TITLE.business,
    help: "主营业务和行业决定为您推荐哪些产品和机构。人数可查上月的工资表和社保缴费单。",
    fields: [
      "main_business",
      "industry_class",
      "industry_section",
      "industry_division",
      "staff",
      "rd_staff",
      "insured_count",
      "size_override",
      "size_reason",
      "brands",
    ],
  },
  {
    key: "finance",
    title: STEP_TITLE.finance,
    help: "可对照年度审计报告或企业所得税申报表填写。存量贷款和担保没有的可以不填。",
    fields: [
      "revenue",
      "tax_grade",
      "finance",
      "guarantees_given",
      "overdue",
      "first_loan",
      "existing_loans",
    ],
  },
  {
    key: "innovation",
    title: STEP_TITLE.innovation,
    help: "这些数据用于计算创新能力评分，也能让机构了解您的技术实力。",
    fields: ["titles", "ip", "innovation", "listing_intent", "listing_stage", "tags"],
  },
  {
    key: "materials",
    title: STEP_TITLE.materials,
    help: "如实说明已发生的风险事项和修复情况。营业执照、审计报告等在这里上传。",
    fields: ["risks", "attachments"],
  },
] as const;

/** What each field brings, in percent, as the platform counts it; a test compares the two. */
export const WEIGHTS: Partial<Record<keyof ProfileValues, number>> = {
  org_type: 6,
  legal_person: 6,
  legal_person_id: 6,
  reg_capital: 6,
  paid_capital: 6,
  founded_on: 6,
  district: 6,
  address: 6,
  industry_section: 6,
  industry_division: 6,
  main_business: 6,
  staff: 6,
  rd_staff: 6,
  revenue: 6,
  tax_grade: 6,
  finance: 4,
  industry_class: 2,
  insured_count: 2,
  listing_intent: 2,
};

export const stepOf = (field: string): StepKey | undefined =>
  STEPS.find(({ fields }) => (fields as readonly string[]).includes(field))?.key;

/** Of what is missing, what belongs to a step. */
export const missingIn = (missing: readonly string[], step: StepKey) =>
  missing.filter((field) => stepOf(field) === step);

/** How much these fields bring together. */
export const gainOf = (fields: readonly string[]) =>
  fields.reduce((sum, field) => sum + (WEIGHTS[field as keyof ProfileValues] ?? 0), 0);

/** The step to begin with: that of a field that a link names, else the first in which something is missing. */
export function firstStep(missing: readonly string[], hash: string): StepKey {
  const linked = STEPS.find(({ fields }) => fields.some((field) => `#${fieldId(field)}` === hash));
  const open = STEPS.find(({ key }) => missingIn(missing, key).length > 0);
  return (linked ?? open ?? STEPS[0]).key;
}

function isFilled(field: string, values: Partial<ProfileValues>): boolean {
  if (field === "revenue" && newestYear(values.finance)) return true;
  const value = values[field as keyof ProfileValues];
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** Of what the platform misses, what stands in the form and will count once it is saved. */
export const filledOf = (missing: readonly string[], values: Partial<ProfileValues>) =>
  missing.filter((field) => isFilled(field, values));

/** The fields of the steps in which something is wrong. */
const heldBack = (bad: readonly string[]): string[] =>
  STEPS.filter(({ fields }) => fields.some((field) => bad.includes(field))).flatMap(({ fields }) => [
    ...fields,
  ]);

/** What can be saved now: steps in which something is wrong stay as the platform has them. */
export function sendable(typed: ProfileValues, known: ProfileValues, bad: readonly string[]): ProfileValues {
  const names = heldBack(bad).filter((field) => field in known);
  return { ...typed, ...Object.fromEntries(names.map((name) => [name, known[name as keyof ProfileValues]])) };
}

/** After a save: what was held back, or typed while it was on its way. */
export function waitingFields(sent: ProfileValues, typed: ProfileValues, bad: readonly string[]): string[] {
  const names = Object.keys(typed) as (keyof ProfileValues)[];
  const changed = names.filter((name) => JSON.stringify(sent[name]) !== JSON.stringify(typed[name]));
  return [...heldBack(bad), ...changed];
}

/** Sources that are not what the firm says, or what somebody has seen of it. */
const OWN: readonly string[] = ["own", "document", "audit"];

/** After a save: fields that were changed and are as they were, because a register says otherwise. */
export function overruled(
  sent: ProfileValues,
  before: ProfileValues,
  after: ProfileValues,
  origins: Schema<"ProfileView">["origins"],
): string[] {
  const names = Object.keys(sent) as (keyof ProfileValues)[];
  const differ = (one: ProfileValues, other: ProfileValues, name: keyof ProfileValues) =>
    JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null);
  return names.filter((name) => {
    const source = origins[name]?.source;
    return source && !OWN.includes(source) && differ(sent, before, name) && differ(sent, after, name);
  });
}
