/** What a firm is: registration, business, capital and risks, each value with where it comes from. */
import type { Schema } from "@/api/types";
import { divisionText, SECTION } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { LISTING_INTENT, SIZE } from "@/labels/profile";
import { Descriptions } from "@/ui/Descriptions";
import { sourced, titleTexts } from "@/ui/Origin";
import { ipFacts, RiskFacts } from "@/ui/ProfileParts";
import { Count, DateText, Money } from "@/ui/Values";

type Props<P> = { firm: Schema<"Panorama">; part: P };

export function Registration({ firm, part }: Props<Schema<"PanoramaRegistration">>) {
  return (
    <Descriptions
      items={sourced(
        [
          { label: "企业名称", value: firm.name },
          { label: "统一社会信用代码", value: <span className="mono">{firm.uscc}</span> },
          { label: "企业类型", field: "org_type", value: textOf(ORG_TYPE, part.org_type) },
          { label: "法定代表人", field: "legal_person", value: part.legal_person },
          { label: "成立日期", field: "founded_on", value: <DateText value={part.founded_on} /> },
          { label: "登记机关", field: "reg_authority", value: part.reg_authority },
          { label: "曾用名", field: "former_names", value: part.former_names.join("、") },
          { label: "所在地", value: [part.district, part.park].filter(Boolean).join(" · ") },
          ...(part.registered_at
            ? [{ label: "入驻平台", value: <DateText value={part.registered_at} /> }]
            : []),
          { label: "经营地址", field: "address", value: part.address, wide: true },
        ],
        firm.origins,
      )}
    />
  );
}

export function Business({ firm, part }: Props<Schema<"PanoramaBusiness">>) {
  const section = part.industry_section;
  return (
    <Descriptions
      items={sourced(
        [
          { label: "主营业务", field: "main_business", value: part.main_business, wide: true },
          {
            label: "行业",
            value: section ? `${SECTION[section]} / ${divisionText(part.industry_division)}` : null,
            wide: true,
          },
          { label: "企业规模", value: textOf(SIZE, part.size) },
          { label: "从业人数", field: "staff", value: <Count value={part.staff} unit="人" /> },
          { label: "研发人数", field: "rd_staff", value: <Count value={part.rd_staff} unit="人" /> },
          {
            label: "参保人数",
            field: "insured_count",
            value: <Count value={part.insured_count} unit="人" />,
          },
          { label: "上市意向", field: "listing_intent", value: textOf(LISTING_INTENT, part.listing_intent) },
          ...ipFacts(part.ip),
          { label: "资质荣誉", value: titleTexts(TITLE, part.titles, firm.origins), wide: true },
        ],
        firm.origins,
      )}
    />
  );
}

export function Capital({ firm, part }: Props<Schema<"PanoramaFinance">>) {
  return (
    <Descriptions
      items={sourced(
        [
          { label: "注册资本", field: "reg_capital", value: <Money fen={part.reg_capital} /> },
          { label: "实缴资本", field: "paid_capital", value: <Money fen={part.paid_capital} /> },
          { label: "纳税信用等级", field: "tax_grade", value: textOf(TAX_GRADE, part.tax_grade) },
        ],
        firm.origins,
      )}
    />
  );
}

export const Risks = ({ part }: { part: Schema<"PanoramaRegistration"> }) => <RiskFacts risks={part.risks} />;
