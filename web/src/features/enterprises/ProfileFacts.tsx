/** The profile to read, section by section. */
import type { ProfileView } from "@/api/types";
import { divisionText, SECTION } from "@/labels/industries";
import { joinTexts, textOf } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { Count, DateText, Money } from "@/ui/Values";
import { SECTIONS, type SectionKey } from "./sections";

const ITEMS: Record<SectionKey, (profile: ProfileView) => DescriptionItem[]> = {
  basic: (profile) => [
    { label: "企业名称", value: profile.name },
    { label: "统一社会信用代码", value: <span className="mono">{profile.uscc}</span> },
    { label: "企业类型", value: textOf(ORG_TYPE, profile.org_type) },
    { label: "成立日期", value: <DateText value={profile.founded_on} /> },
    { label: "注册资本", value: <Money fen={profile.reg_capital} /> },
    { label: "实缴资本", value: <Money fen={profile.paid_capital} /> },
    { label: "行业门类", value: textOf(SECTION, profile.industry_section) },
    { label: "行业大类", value: divisionText(profile.industry_division) },
    { label: "所在街道（镇）", value: profile.district },
    { label: "所在园区", value: profile.park },
    { label: "经营地址", value: profile.address, wide: true },
  ],
  people: (profile) => [
    { label: "法定代表人", value: profile.legal_person },
    { label: "法人身份证号", value: profile.legal_person_id_masked },
    { label: "联系人", value: profile.contact_name },
    { label: "手机号码", value: profile.mobile_masked },
    { label: "电子邮箱", value: profile.email },
  ],
  business: (profile) => [
    { label: "从业人数", value: <Count value={profile.staff} unit="人" /> },
    { label: "研发人数", value: <Count value={profile.rd_staff} unit="人" /> },
    { label: "上年营业收入", value: <Money fen={profile.revenue} /> },
    { label: "纳税信用等级", value: textOf(TAX_GRADE, profile.tax_grade) },
    { label: "主营业务", value: profile.main_business, wide: true },
  ],
  titles: (profile) => [{ label: "资质荣誉", value: joinTexts(TITLE, profile.titles), wide: true }],
};

export function ProfileFacts({ profile }: { profile: ProfileView }) {
  return SECTIONS.map((section) => (
    <Card key={section.key} title={section.title}>
      <Descriptions items={ITEMS[section.key](profile)} />
    </Card>
  ));
}
