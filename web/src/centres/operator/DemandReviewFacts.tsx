/** An enterprise in full, as the operator sees it beside a demand. */
import type { Schema } from "@/api/types";
import { divisionText, SECTION } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { LISTING_INTENT, SIZE } from "@/labels/profile";
import { Descriptions } from "@/ui/Descriptions";
import { sourced, titleTexts } from "@/ui/Origin";
import { FinanceTable, ipFacts, LoanFacts, RiskFacts } from "@/ui/ProfileParts";
import { Count, DateText, Money } from "@/ui/Values";

export function EnterpriseFacts({ enterprise }: { enterprise: Schema<"EnterpriseSummary"> }) {
  const { industry_section: section } = enterprise;
  const industry = section ? `${SECTION[section]} / ${divisionText(enterprise.industry_division)}` : null;
  return (
    <>
      <Descriptions
        items={sourced(
          [
            { label: "企业名称", value: enterprise.name },
            { label: "统一社会信用代码", value: <span className="mono">{enterprise.uscc}</span> },
            { label: "档案完整度", value: <Count value={enterprise.completeness} unit="%" /> },
            { label: "企业类型", field: "org_type", value: textOf(ORG_TYPE, enterprise.org_type) },
            { label: "法定代表人", field: "legal_person", value: enterprise.legal_person },
            { label: "成立日期", field: "founded_on", value: <DateText value={enterprise.founded_on} /> },
            { label: "行业", value: industry, wide: true },
            { label: "注册资本", field: "reg_capital", value: <Money fen={enterprise.reg_capital} /> },
            { label: "上年营业收入", field: "revenue", value: <Money fen={enterprise.revenue} /> },
            { label: "纳税信用等级", field: "tax_grade", value: textOf(TAX_GRADE, enterprise.tax_grade) },
            { label: "从业人数", field: "staff", value: <Count value={enterprise.staff} unit="人" /> },
            { label: "研发人数", field: "rd_staff", value: <Count value={enterprise.rd_staff} unit="人" /> },
            {
              label: "资质荣誉",
              value: titleTexts(TITLE, enterprise.titles, enterprise.origins),
              wide: true,
            },
            { label: "联系人", value: `${enterprise.contact_name} ${enterprise.mobile_masked}` },
            { label: "电子邮箱", value: enterprise.email },
            { label: "所在地", value: [enterprise.district, enterprise.park].filter(Boolean).join(" · ") },
            { label: "地址", value: enterprise.address, wide: true },
            { label: "主营业务", value: enterprise.main_business, wide: true },
            { label: "企业规模", value: textOf(SIZE, enterprise.size) },
            {
              label: "参保人数",
              field: "insured_count",
              value: <Count value={enterprise.insured_count} unit="人" />,
            },
            { label: "上市意向", value: textOf(LISTING_INTENT, enterprise.listing_intent) },
            { label: "登记机关", field: "reg_authority", value: enterprise.reg_authority },
            { label: "曾用名", value: enterprise.former_names.join("、") },
            ...ipFacts(enterprise.ip),
            { label: "风险事项", value: <RiskFacts risks={enterprise.risks} />, wide: true },
          ],
          enterprise.origins,
        )}
      />
      <LoanFacts data={enterprise} firstLoan={enterprise.first_loan} />
      <FinanceTable years={enterprise.finance} />
    </>
  );
}
