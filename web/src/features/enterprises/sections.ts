/** The sections of the profile and the fields in each, so that a missing field can be linked to its place. */

export const SECTIONS = [
  {
    key: "basic",
    title: "基本信息",
    fields: [
      "org_type",
      "founded_on",
      "reg_capital",
      "paid_capital",
      "industry_section",
      "industry_division",
      "industry_class",
      "former_names",
      "reg_authority",
      "district",
      "park",
      "address",
    ],
  },
  {
    key: "people",
    title: "法人与联系人",
    fields: ["legal_person", "legal_person_id", "contact_name", "mobile", "email"],
  },
  {
    key: "business",
    title: "经营与财务",
    fields: [
      "main_business",
      "brands",
      "staff",
      "rd_staff",
      "insured_count",
      "revenue",
      "tax_grade",
      "size_override",
      "size_reason",
    ],
  },
  { key: "finance", title: "近三年财务", fields: ["finance"] },
  {
    key: "loans",
    title: "存量融资与担保",
    fields: ["existing_loans", "guarantees_given", "overdue", "first_loan"],
  },
  { key: "titles", title: "资质", fields: ["titles"] },
  {
    key: "innovation",
    title: "知识产权与上市意向",
    fields: ["ip", "listing_intent", "listing_stage", "tags"],
  },
  { key: "score", title: "创新投入与成果", fields: ["innovation"] },
  { key: "risks", title: "风险与修复", fields: ["risks"] },
  { key: "files", title: "附件材料", fields: ["attachments"] },
] as const;

export type SectionKey = (typeof SECTIONS)[number]["key"];

/** The id of a field's control in the form, which links from elsewhere point to. */
export const fieldId = (field: string) => `profile_${field}`;
