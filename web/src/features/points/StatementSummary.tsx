/** Balance, grade and the rules that apply, of the own or of another organisation. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { Page, Schema } from "@/api/types";
import { conditionsText, POINT_EVENT, pointsText, quarterText } from "@/labels/points";
import { formatCount } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart, Room } from "@/ui/lazyPart";
import { EmptyState } from "@/ui/States";
import { wholeList } from "@/ui/wholeList";
import { GradeInputs } from "./GradeInputs";
import styles from "./points.module.css";

type Rule = Schema<"PointsStatement">["rules"][number];

const turnoverText = ({ gained, lost }: Schema<"PointsStatement">["month"]) =>
  `加 ${formatCount(gained)} 分，减 ${formatCount(-lost)} 分`;

const PointsTrend = lazyPart(() => import("./PointsTrend").then((m) => m.PointsTrend), <Room rem={16.75} />);

type BalanceProps = {
  statement: Schema<"PointsStatement">;
  /** Its latest entries. */
  trend: UseQueryResult<Page<Schema<"EntryView">>>;
};

export function Balance({ statement, trend }: BalanceProps) {
  return (
    <Card title="信用积分">
      <Descriptions
        items={[
          {
            label: "当前信用积分",
            value: (
              <strong className={`num ${styles.pointsBalance}`}>{formatCount(statement.balance)}</strong>
            ),
          },
          { label: "本月", value: turnoverText(statement.month) },
          { label: "本季度", value: turnoverText(statement.quarter) },
        ]}
      />
      <div className={styles.trend}>
        <PointsTrend balance={statement.balance} query={trend} />
      </div>
    </Card>
  );
}

export function GradeCard({ statement }: { statement: Schema<"PointsStatement"> }) {
  const { grade } = statement;
  if (!grade) return null;
  const period = grade.quarter
    ? `${quarterText(grade.quarter)}${grade.running ? "（进行中）" : ""}`
    : "按目前数据";
  return (
    <Card title="评级" extra={<span className="card-note">{period}</span>}>
      <GradeInputs graded={grade} />
    </Card>
  );
}

const RULES: Column<Rule>[] = [
  { key: "event", title: "事项", primary: true, render: (row) => POINT_EVENT[row.event] },
  {
    key: "points",
    title: "分值",
    numeric: true,
    render: (row) => <span className="num">{pointsText(row.terms.points)}</span>,
  },
  { key: "conditions", title: "条件和上限", render: (row) => conditionsText(row.event, row.terms) },
];

export function CurrentRules({ statement }: { statement: Schema<"PointsStatement"> }) {
  return (
    <Card title="计分规则" flush>
      <DataTable
        caption="现行计分规则"
        columns={RULES}
        {...wholeList(statement.rules)}
        rowKey={(row) => row.event}
        empty={<EmptyState title="目前没有计分规则" hint="规则由平台运营单位制定。" />}
      />
    </Card>
  );
}
