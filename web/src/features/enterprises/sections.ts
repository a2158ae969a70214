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
    fields: ["main_business", "staff", "rd_staff", "revenue", "tax_grade"],
  },
  { key: "titles", title: "资质", fields: ["titles"] },
] as const;

export type SectionKey = (typeof SECTIONS)[number]["key"];

/** Demands are submitted from this completeness on, unless the operator has set another limit. */
export const NEEDED_PERCENT = 80;

/** The id of a field's control in the form, which links from elsewhere point to. */
export const fieldId = (field: string) => `profile_${field}`;
