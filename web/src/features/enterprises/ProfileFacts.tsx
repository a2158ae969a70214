/** The profile to read, a few sections at a time. */
import type { Schema } from "@/api/types";
import { classText, divisionText, SECTION } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { LISTING_INTENT, LISTING_STAGE, SIZE } from "@/labels/profile";
import { INNOVATION } from "@/labels/score";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { Parts } from "@/ui/now/Parts";
import { type Fact, sourced, titleTexts } from "@/ui/Origin";
import { FinanceTable, ipFacts, LoanFacts, RiskFacts } from "@/ui/ProfileParts";
import { Count, DateText, Money } from "@/ui/Values";
import { SECTIONS, type SectionKey, STEP_TITLE, type StepKey } from "./sections";

const sizeText = (profile: Schema<"ProfileView">) =>
  profile.size_override
    ? `${SIZE[profile.size_override]}（企业说明：${profile.size_reason ?? ""}）`
    : textOf(SIZE, profile.size);

type Facts = Exclude<SectionKey, "finance" | "loans" | "risks" | "files">;

const ITEMS: Record<Facts, (profile: Schema<"ProfileView">) => Fact[]> = {
  basic: (profile) => [
    { label: "企业名称", value: profile.name },
    { label: "统一社会信用代码", value: <span className="mono">{profile.uscc}</span> },
    { label: "企业类型", field: "org_type", value: textOf(ORG_TYPE, profile.org_type) },
    { label: "成立日期", field: "founded_on", value: <DateText value={profile.founded_on} /> },
    { label: "注册资本", field: "reg_capital", value: <Money fen={profile.reg_capital} /> },
    { label: "实缴资本", field: "paid_capital", value: <Money fen={profile.paid_capital} /> },
    { label: "登记机关", field: "reg_authority", value: profile.reg_authority },
    { label: "曾用名", field: "former_names", value: profile.former_names.join("、") },
    { label: "所在区县", field: "district", value: profile.district },
    { label: "所在园区", field: "park", value: profile.park },
    { label: "经营地址", field: "address", value: profile.address, wide: true },
  ],
  people: (profile) => [
    { label: "法定代表人", field: "legal_person", value: profile.legal_person },
    { label: "法人身份证号", value: profile.legal_person_id_masked },
    { label: "联系人", value: profile.contact_name },
    { label: "手机号码", value: profile.mobile_masked },
    { label: "电子邮箱", value: profile.email },
  ],
  business: (profile) => [
    { label: "主营业务", field: "main_business", value: profile.main_business, wide: true },
    { label: "行业门类", field: "industry_section", value: textOf(SECTION, profile.industry_section) },
    { label: "行业大类", field: "industry_division", value: divisionText(profile.industry_division) },
    {
      label: "行业小类",
      field: "industry_class",
      value: classText(profile.industry_class, profile.industry_class_name),
    },
    { label: "从业人数", field: "staff", value: <Count value={profile.staff} unit="人" /> },
    { label: "研发人数", field: "rd_staff", value: <Count value={profile.rd_staff} unit="人" /> },
    {
      label: "参保人数",
      field: "insured_count",
      value: <Count value={profile.insured_count} unit="人" />,
    },
    { label: "企业规模", value: sizeText(profile) },
    { label: "品牌和产品名称", field: "brands", value: profile.brands.join("、"), wide: true },
  ],
  income: (profile) => [
    { label: "上年营业收入", field: "revenue", value: <Money fen={profile.revenue} /> },
    { label: "纳税信用等级", field: "tax_grade", value: textOf(TAX_GRADE, profile.tax_grade) },
  ],
  titles: (profile) => [
    { label: "资质荣誉", value: titleTexts(TITLE, profile.titles, profile.origins), wide: true },
  ],
  innovation: (profile) => [
    ...ipFacts(profile.ip),
    { label: "上市意向", field: "listing_intent", value: textOf(LISTING_INTENT, profile.listing_intent) },
    { label: "上市阶段", field: "listing_stage", value: textOf(LISTING_STAGE, profile.listing_stage) },
    { label: "自评标签", field: "tags", value: profile.tags.join("、"), wide: true },
  ],
  score: ({ innovation }) =>
    (Object.keys(INNOVATION) as (keyof Schema<"Innovation">)[]).map((field) => {
      const { text, unit } = INNOVATION[field];
      const value = innovation[field];
      return {
        label: text,
        field,
        value: unit === "money" ? <Money fen={value} /> : <Count value={value} unit={unit} />,
      };
    }),
};

export function ProfileFacts({ profile }: { profile: Schema<"ProfileView"> }) {
  return (
    <Parts
      label="企业档案"
      parts={(Object.keys(STEP_TITLE) as StepKey[]).map((step) => ({
        key: step,
        title: STEP_TITLE[step],
        content: SECTIONS.filter((section) => section.step === step).map(({ key, title: heading }) => (
          <Card key={key} title={heading}>
            <Part part={key} profile={profile} />
          </Card>
        )),
      }))}
    />
  );
}

function Part({ part, profile }: { part: SectionKey; profile: Schema<"ProfileView"> }) {
  switch (part) {
    case "finance":
      return <FinanceTable years={profile.finance} />;
    case "loans":
      return <LoanFacts data={profile} firstLoan={profile.first_loan} />;
    case "risks":
      return <RiskFacts risks={profile.risks} />;
    case "files":
      return <FileLinks files={profile.files} href={ownFile} />;
    default:
      return <Descriptions items={sourced(ITEMS[part](profile), profile.origins)} />;
  }
}
