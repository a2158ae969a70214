/** 创新能力评分: the score, what made it, and what would raise it. */

import { Link } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { INDICATOR, SCORE_GRADE, SCORE_STAGE } from "@/labels/score";
import { formatDate } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart, Room } from "@/ui/lazyPart";
import {
  GroupFacts,
  INDICATOR_COLUMNS,
  NegativeNotes,
  pointsText,
  UnverifiedNote,
  valueText,
} from "@/ui/ScoreParts";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { wholeList } from "@/ui/wholeList";
import styles from "./score.module.css";
import { fieldId } from "./sections";

const ScoreRadars = lazyPart(
  () => import("@/ui/ScoreRadars").then((m) => m.ScoreRadars),
  <Room rem={21} phone={65} />,
);

/** Where the profile asks for what an indicator counts. */
const FIELD: Record<Schema<"Indicator">, string> = {
  rd_expense: "finance",
  rd_growth: "finance",
  rd_share: "finance",
  rd_staff_share: "rd_staff",
  invention_applications: "innovation",
  pct: "ip",
  tech_contracts: "innovation",
  hightech_revenue: "innovation",
  revenue: "finance",
  revenue_growth: "finance",
  master_share: "innovation",
  net_asset_margin: "finance",
  hightech_share: "innovation",
  graduates: "innovation",
  provincial_platforms: "innovation",
  provincial_awards: "innovation",
  provincial_projects: "innovation",
  venture_capital: "innovation",
};

/** What would raise an indicator, in a sentence; nothing when it brings all that it can. */
export function raiseText(row: Schema<"IndicatorView">): string | null {
  const left = row.weight * 100 - row.points;
  if (left <= 0) return null;
  if (row.value === null) return `填写后计算，最多可得 ${row.weight} 分`;
  return `达到 ${valueText(row.full, row.unit)}，可再得 ${pointsText(left)} 分`;
}

/** How many of the indicators that bring most are told first. */
const FIRST = 5;

/** What would bring most, the largest gain first. */
export const bestRaises = (rows: readonly Schema<"IndicatorView">[]) =>
  rows
    .filter((row) => row.weight * 100 > row.points)
    .sort((a, b) => b.weight * 100 - b.points - (a.weight * 100 - a.points))
    .slice(0, FIRST);

function Raises({ rows, editPath }: { rows: Schema<"IndicatorView">[]; editPath: string }) {
  if (rows.length === 0) return null;
  return (
    <Card title="最能提高得分的几项">
      <ol className={styles.raises}>
        {rows.map((row) => (
          <li key={row.indicator}>
            <Link to={`${editPath}#${fieldId(FIELD[row.indicator])}`}>{INDICATOR[row.indicator]}</Link>
            <span>
              {row.value === null ? "还没有填写" : `现为 ${valueText(row.value, row.unit)}`}，达到{" "}
              {valueText(row.full, row.unit)}及以上得满分
            </span>
            <strong className="num">+{pointsText(row.weight * 100 - row.points)} 分</strong>
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Props = { score: Schema<"ScoreView">; editPath: string; objectionPath: string };

export function ScoreCard({ score, editPath, objectionPath }: Props) {
  const words = useLimits();
  const { result, rule } = score;
  return (
    <>
      {!score.official && (
        <p className="notice tone-warn form-note">
          目前使用的是{score.source}。官方的权重表由平台按正式附件录入后替换，届时评分会随之变化。
        </p>
      )}
      {result ? (
        <Result result={result} editPath={editPath} />
      ) : (
        <Card>
          <EmptyState
            title="还不能计算评分"
            hint="先填写成立日期和上年营业收入，它们决定企业所处的阶段。"
            action={<Link to={`${editPath}#${fieldId("founded_on")}`}>去填写</Link>}
          />
        </Card>
      )}
      <Card title="怎样计算">
        <p>
          18 项指标分技术创新、成长经营和辅助三类。成立不满 {rule.startup_years} 年且营业收入不超过{" "}
          {moneyText(rule.startup_revenue)}的为初创期；成立满 {rule.stable_years} 年且营业收入超过{" "}
          {moneyText(rule.stable_revenue)}的为稳定期；其余为成长期。各阶段的权重不同，总分 100 分。
        </p>
        <p className="card-note">
          权重来源：{score.source}，{score.effective_on} 起生效。数据截至 {formatDate(score.at)}
          。未获授权的机构只能看到需求发布时的等级，看不到分数和各项数值。
        </p>
        <p>
          对评分或其中的数据有异议？<Link to={objectionPath}>提出异议</Link>，
          {words("平台在 {objection_days} 天内答复。")}
        </p>
      </Card>
    </>
  );
}

function Result({ result, editPath }: { result: Schema<"ScoreResult">; editPath: string }) {
  const columns: Column<Schema<"IndicatorView">>[] = [
    ...INDICATOR_COLUMNS,
    {
      key: "raise",
      title: "怎样提高",
      render: (row) => {
        const text = raiseText(row);
        if (!text) return "已得满分";
        return row.value === null ? (
          <Link to={`${editPath}#${fieldId(FIELD[row.indicator])}`}>{text}</Link>
        ) : (
          text
        );
      },
    },
  ];
  return (
    <>
      <Card>
        <div className={styles.scoreHead}>
          <p className={styles.scorePoints}>
            <span className="num">{result.points}</span>
            <span className="unit"> 分</span>
          </p>
          <StatusTag label={SCORE_GRADE[result.grade]} />
          <span>{SCORE_STAGE[result.stage]}</span>
        </div>
        {result.raw !== result.points && (
          <Descriptions
            columns={1}
            items={[{ label: "各项指标得分合计", value: <span className="num">{result.raw} 分</span> }]}
          />
        )}
        <NegativeNotes negatives={result.negatives} />
        <UnverifiedNote {...result} />
        <GroupFacts groups={result.groups} />
      </Card>
      <Raises rows={bestRaises(result.indicators)} editPath={editPath} />
      <Card title="得分分布">
        <ScoreRadars groups={result.groups} indicators={result.indicators} />
      </Card>
      <Card title="各项指标" flush>
        <DataTable
          caption="创新能力评分的各项指标"
          columns={columns}
          {...wholeList(result.indicators)}
          rowKey={(row) => row.indicator}
          empty={<EmptyState title="没有指标" />}
        />
      </Card>
    </>
  );
}
