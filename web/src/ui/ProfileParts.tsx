/** Parts of an enterprise's profile that its owner, the operator and, by consent, an institution read alike. */
import type { Schema } from "@/api/types";
import { RISK_KIND } from "@/labels/profile";
import { formatRate, moneyText } from "@/lib/money";
import { Descriptions } from "./Descriptions";
import { lazyPart, Room } from "./lazyPart";
import { type Fact, sourced } from "./Origin";
import { Count, Money } from "./Values";
import "./upload.css";

export const IP = {
  inventions: "发明专利",
  utility_models: "实用新型",
  software: "软件著作权",
  pct: "PCT 申请",
} as const;

/** Intellectual property in numbers, each with its own origin. */
export const ipFacts = (ip: Schema<"IpCounts"> | null | undefined): Fact[] =>
  (Object.keys(IP) as (keyof typeof IP)[]).map((name) => ({
    label: IP[name],
    field: `ip.${name}`,
    value: typeof ip?.[name] === "number" ? <Count value={ip[name]} unit="项" /> : null,
  }));

export const FIGURES = {
  revenue: "营业收入",
  profit: "净利润",
  assets: "资产总额",
  liabilities: "负债总额",
  tax_paid: "纳税总额",
  rd_expense: "研发费用",
} as const;

const FinanceCharts = lazyPart(
  () => import("./FinanceCharts").then((m) => m.FinanceCharts),
  <Room rem={21} phone={42} />,
);

export function FinanceTable({ years }: { years: Schema<"FinanceYear">[] }) {
  if (years.length === 0) return <p className="card-note">没有填写</p>;
  const facts = (year: Schema<"FinanceYear">): Fact[] =>
    (Object.keys(FIGURES) as (keyof typeof FIGURES)[]).map((field) => ({
      label: FIGURES[field],
      field,
      value: typeof year[field] === "number" ? <Money fen={year[field]} /> : null,
    }));
  return (
    <>
      <FinanceCharts years={years} />
      {years.map((year) => (
        <div className="finance-year" key={year.year}>
          <h3>{year.year} 年</h3>
          <Descriptions items={sourced(facts(year), year.origins)} />
        </div>
      ))}
    </>
  );
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

/** A profile without risks says that there are none, which is how rules read it, too. */
export function RiskFacts({ risks }: { risks: Schema<"Risk">[] }) {
  if (risks.length === 0) return <p className="card-note">无</p>;
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
