/** The loans of one side, those that end first at first; what is late is said in words and days. */

import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { keeping, oneOf, openTab, useListParams } from "@/api/useListParams";
import { options } from "@/labels/label";
import { drawLabel, OVERDUE_STAGE } from "@/labels/servicing";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterTabs } from "@/ui/FilterTabs";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { LOAN_VIEWS, type LoanView, loanSearch, loanTabs } from "./loanViews";
import { type LoanSide, loansQuery } from "./queries";
import styles from "./servicing.module.css";

type Loan = Schema<"DrawView">;

const STATE: Column<Loan> = {
  key: "state",
  title: "状态",
  badge: true,
  render: (row) => <StatusTag label={drawLabel(row)} />,
};

const OTHER: Record<LoanSide, Column<Loan>> = {
  institution: { key: "enterprise", title: "企业", render: (row) => row.enterprise_name },
  enterprise: { key: "institution", title: "机构", render: (row) => row.institution_name },
};

/** What is late comes before what falls due next. */
function Next({ loan }: { loan: Loan }) {
  if (!loan.stage && !loan.next_on) return "—";
  return (
    <span className={styles.next}>
      {loan.stage && (
        <span className="rate">
          逾期未还 <Money fen={loan.late_amount} unit="yuan" />
        </span>
      )}
      {loan.next_on && (
        <span>
          <DateText value={loan.next_on} /> <Money fen={loan.next_amount} unit="yuan" />
        </span>
      )}
    </span>
  );
}

const MONEY: Column<Loan>[] = [
  { key: "amount", title: "金额（万元）", numeric: true, render: (row) => <Money fen={row.amount} bare /> },
  { key: "owed", title: "剩余本金（万元）", numeric: true, render: (row) => <Money fen={row.owed} bare /> },
];

const MATURITY: Column<Loan> = {
  key: "matures",
  title: "到期日",
  render: (row) => <DateText value={row.matures_on} />,
};

/** What a tab shows besides number, firm and amount. */
const COLUMNS: Record<LoanView, Column<Loan>[]> = {
  running: [...MONEY, { key: "next", title: "下次还款", render: (row) => <Next loan={row} /> }, MATURITY],
  late: [...MONEY, { key: "next", title: "应还", render: (row) => <Next loan={row} /> }, MATURITY],
  maturing: [...MONEY, { key: "next", title: "下次还款", render: (row) => <Next loan={row} /> }, MATURITY],
  recorded: [
    ...MONEY.slice(0, 1),
    { key: "paid", title: "提款日期", render: (row) => <DateText value={row.paid_on} /> },
    { key: "due", title: "确认时限", render: (row) => <DueText due={row.due} short /> },
    MATURITY,
  ],
  settled: [
    ...MONEY.slice(0, 1),
    { key: "paid", title: "放款日期", render: (row) => <DateText value={row.paid_on} /> },
    { key: "closed", title: "结清日期", render: (row) => <DateText value={row.closed_at} /> },
    MATURITY,
  ],
};

const NUMBER: SearchField = {
  name: "no",
  label: "借据号或对接单号",
  kind: "text",
  placeholder: "请输入完整编号",
};
const STAGE: SearchField = {
  name: "stage",
  label: "逾期阶段",
  kind: "select",
  options: options(OVERDUE_STAGE),
};

const HINT: Record<LoanView, string> = {
  running: "放款经企业确认后，贷款会列在这里。",
  late: "到期没有足额还款的贷款会列在这里。",
  maturing: "即将到期的贷款会列在这里，便于提前安排还款或续贷。",
  recorded: "机构登记的后续提款会列在这里，由企业核对确认。",
  settled: "本息全部还清的贷款会列在这里。",
};

export function LoanList({ side, link }: { side: LoanSide; link: (id: string) => string }) {
  const list = keeping(useListParams(), "view");
  const { no, stage } = list.filters;
  const view = oneOf(list.filters.view, LOAN_VIEWS) ?? "running";
  const search = {
    ...loanSearch(view, now()),
    no,
    stage: view === "late" ? oneOf(stage, OVERDUE_STAGE) : undefined,
  };
  const query = useQuery(loansQuery(side, { ...search, page: list.page, size: list.size }));
  const first: Column<Loan> = {
    key: "no",
    title: "借据号",
    primary: true,
    render: (row) => row.voucher_no,
  };
  return (
    <>
      <FilterTabs
        label="贷款范围"
        tabs={loanTabs(side)}
        value={view === "running" ? undefined : view}
        onChange={(next) => openTab(list, "view", next)}
      />
      <SearchForm fields={view === "late" ? [NUMBER, STAGE] : [NUMBER]} list={list} />
      <Card flush>
        <DataTable
          caption={`贷款列表：${LOAN_VIEWS[view]}`}
          columns={[first, OTHER[side], ...COLUMNS[view], STATE]}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => link(row.id)}
          empty={<EmptyState title="没有符合条件的贷款" hint={HINT[view]} />}
        />
      </Card>
    </>
  );
}
