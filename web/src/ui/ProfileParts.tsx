/** Parts of an enterprise's profile that its owner, the operator and, by consent, an institution read alike. */
import type { Schema } from "@/api/types";
import { DATA_SOURCE, RISK_KIND } from "@/labels/profile";
import { formatRate, moneyText } from "@/lib/money";
import { Descriptions } from "./Descriptions";
import { DateText, Money } from "./Values";
import "./upload.css";

export function ipText(ip: Schema<"IpCounts"> | null | undefined): string | null {
  const parts: [string, number | null | undefined][] = [
    ["发明专利", ip?.inventions],
    ["实用新型", ip?.utility_models],
    ["软件著作权", ip?.software],
    ["PCT 申请", ip?.pct],
  ];
  const known = parts.filter(([, count]) => typeof count === "number");
  return known.length > 0 ? known.map(([name, count]) => `${name} ${count} 项`).join("、") : null;
}

export function FinanceTable({ years }: { years: Schema<"FinanceYear">[] }) {
  if (years.length === 0) return <p className="card-note">没有填写</p>;
  return years.map((year) => (
    <div className="finance-year" key={year.year}>
      <h3>{year.year} 年</h3>
      <Descriptions
        items={[
          { label: "营业收入", value: <Money fen={year.revenue} /> },
          { label: "净利润", value: <Money fen={year.profit} /> },
          { label: "资产总额", value: <Money fen={year.assets} /> },
          { label: "负债总额", value: <Money fen={year.liabilities} /> },
          { label: "纳税总额", value: <Money fen={year.tax_paid} /> },
          { label: "研发费用", value: <Money fen={year.rd_expense} /> },
          {
            label: "来源",
            value: (
              <>
                {DATA_SOURCE[year.source]}
                {year.dated && (
                  <>
                    {" · "}
                    <DateText value={year.dated} />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  ));
}

const yesNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? null : value ? "是" : "否";

type Loans = {
  existing_loans: Schema<"ExistingLoan">[];
  guarantees_given?: number | null;
  overdue?: boolean | null;
};

export function LoanFacts({ data, firstLoan }: { data: Loans; firstLoan?: boolean | null }) {
  const loan = (one: Schema<"ExistingLoan">) =>
    [
      one.bank,
      moneyText(one.amount),
      one.rate ? `年利率 ${formatRate(one.rate)}` : null,
      one.guarantee,
      one.due_on ? `${one.due_on} 到期` : null,
    ]
      .filter(Boolean)
      .join("，");
  return (
    <Descriptions
      items={[
        { label: "对外担保余额", value: <Money fen={data.guarantees_given} /> },
        { label: "有逾期贷款", value: yesNo(data.overdue) },
        ...(firstLoan === undefined ? [] : [{ label: "首贷户（自报）", value: yesNo(firstLoan) }]),
        { label: "存量贷款", value: data.existing_loans.map(loan).join("；"), wide: true },
      ]}
    />
  );
}

export function RiskFacts({ risks }: { risks: Schema<"Risk">[] }) {
  if (risks.length === 0) return <p className="card-note">没有填写</p>;
  return (
    <ul className="plain-list">
      {risks.map((risk) => (
        <li key={`${risk.kind}-${risk.since}-${risk.note}`}>
          {[
            RISK_KIND[risk.kind],
            risk.since ? `发生于 ${risk.since}` : null,
            risk.repaired_on ? `已于 ${risk.repaired_on} 修复` : "尚未修复",
            risk.note,
          ]
            .filter(Boolean)
            .join("，")}
        </li>
      ))}
    </ul>
  );
}
