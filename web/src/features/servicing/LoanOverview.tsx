/** 贷后情况 for government, supervisor and operator: the figures of all loans, then by institution. No enterprise is named. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { OVERDUE_STAGE } from "@/labels/servicing";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { type KeyFigure, KeyFigures } from "@/ui/now/KeyFigures";
import { EmptyState, Loaded } from "@/ui/States";
import { Count, Money } from "@/ui/Values";
import { loanOverviewQuery } from "./queries";
import styles from "./servicing.module.css";

type Late = Pick<Schema<"LoanBook">, "late_30" | "late_90" | "late_more">;

const STAGES: Record<keyof Late, string> = {
  late_30: OVERDUE_STAGE.days1_30,
  late_90: OVERDUE_STAGE.days31_90,
  late_more: OVERDUE_STAGE.over90,
};

const KEYS = Object.keys(STAGES) as (keyof Late)[];

/** How many, and what they owe. */
function Part({ loans }: { loans: Schema<"LateLoans"> }) {
  if (loans.count === 0) return "—";
  return (
    <span className={styles.pair}>
      <Count value={loans.count} unit="笔" />
      <Money fen={loans.owed} unit="wan" />
    </span>
  );
}

type Row = Schema<"LoanOverview">["institutions"]["items"][number];

const COLUMNS: Column<Row>[] = [
  { key: "name", title: "机构", primary: true, render: (row) => row.name },
  { key: "running", title: "在贷（笔）", numeric: true, render: (row) => <Count value={row.running} /> },
  {
    key: "owed",
    title: "贷款余额（万元）",
    numeric: true,
    render: (row) => <Money fen={row.owed} unit="wan" bare />,
  },
  { key: "maturing", title: "30 天内到期", numeric: true, render: (row) => <Part loans={row.maturing} /> },
  ...KEYS.map((key) => ({
    key,
    title: STAGES[key],
    numeric: true,
    render: (row: Row) => <Part loans={row[key]} />,
  })),
  { key: "settled", title: "已结清（笔）", numeric: true, render: (row) => <Count value={row.settled} /> },
  {
    key: "drawn",
    title: "累计放款（万元）",
    numeric: true,
    render: (row) => <Money fen={row.drawn} unit="wan" bare />,
  },
];

const count = (label: string, loans: Schema<"LateLoans">, late = false): KeyFigure => ({
  label,
  late: late && loans.count > 0,
  note: (
    <>
      余额 <Money fen={loans.owed} unit="wan" />
    </>
  ),
  value: <Count value={loans.count} unit="笔" />,
});

const totals = (total: Schema<"LoanBook">): KeyFigure[] => [
  {
    label: "在贷笔数",
    note: (
      <>
        已结清 <Count value={total.settled} unit="笔" />
      </>
    ),
    value: <Count value={total.running} unit="笔" />,
  },
  {
    label: "贷款余额",
    note: (
      <>
        累计放款 <Money fen={total.drawn} unit="yi" />
      </>
    ),
    value: <Money fen={total.owed} unit="yi" />,
  },
  count("30 天内到期", total.maturing),
  ...KEYS.map((key) => count(STAGES[key], total[key], true)),
];

export function LoanOverview() {
  const list = useListParams();
  const query = useQuery(loanOverviewQuery({ page: list.page, size: list.size }));
  return (
    <Loaded query={query} rows={8}>
      {({ as_of, total, institutions }) => (
        <>
          <p className="card-note form-note">数据截至 {as_of}。</p>
          <KeyFigures figures={totals(total)} />
          <Card title="各机构贷后情况" flush>
            <DataTable
              caption="各机构贷后情况"
              columns={COLUMNS}
              query={{ ...query, data: institutions }}
              list={list}
              rowKey={(row) => row.id}
              empty={<EmptyState title="还没有放款" hint="机构放款并经企业确认后，会计入这里。" />}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}
