/** The sections of the profile as it is read, each under the step in which it is filled in. */

export const STEP_TITLE = {
  basic: "基本信息",
  people: "法人与联系人",
  business: "业务与行业",
  finance: "财务与融资",
  innovation: "资质与创新",
  materials: "风险与附件",
} as const;

export type StepKey = keyof typeof STEP_TITLE;

export const SECTIONS = [
  { key: "basic", title: "基本信息", step: "basic" },
  { key: "people", title: "法人与联系人", step: "people" },
  { key: "business", title: "业务与行业", step: "business" },
  { key: "income", title: "收入与纳税", step: "finance" },
  { key: "finance", title: "近三年财务", step: "finance" },
  { key: "loans", title: "存量融资与担保", step: "finance" },
  { key: "titles", title: "资质荣誉", step: "innovation" },
  { key: "innovation", title: "知识产权与上市意向", step: "innovation" },
  { key: "score", title: "创新投入与成果", step: "innovation" },
  { key: "risks", title: "风险与修复", step: "materials" },
  { key: "files", title: "附件材料", step: "materials" },
] as const satisfies readonly { key: string; title: string; step: StepKey }[];

export type SectionKey = (typeof SECTIONS)[number]["key"];

/** The id of a field's control in the form, which links from elsewhere point to. */
export const fieldId = (field: string) => `profile_${field}`;
