/** Parts of the innovation score that its enterprise and, by consent, an institution read alike. */
import type { Schema } from "@/api/types";
import { DATA_SOURCE, RISK_KIND } from "@/labels/profile";
import { INDICATOR, SCORE_GRADE, SCORE_GROUP, SCORE_STAGE } from "@/labels/score";
import { formatCount, formatShare, moneyText } from "@/lib/money";
import { type Column, DataTable } from "./DataTable";
import { Descriptions } from "./Descriptions";
import { lazyPart, Room } from "./lazyPart";
import { EmptyState } from "./States";
import { wholeList } from "./wholeList";

const ScoreRadars = lazyPart(
  () => import("./ScoreRadars").then((m) => m.ScoreRadars),
  <Room rem={21} phone={63} />,
);

/** Hundredths of a point as points: `12.50`. */
export const pointsText = (hundredths: number) => (hundredths / 100).toFixed(2);

/** A value in the words of its unit. */
export function valueText(value: number | null, unit: Schema<"Unit">): string {
  if (unit === "money") return moneyText(value);
  return unit === "share" ? formatShare(value) : formatCount(value);
}

function sourceText({ source, dated, verified, expired }: Schema<"IndicatorView">): string {
  if (!source) return "—";
  const standing = verified ? null : expired ? "已过期" : "未核验";
  return [DATA_SOURCE[source], dated, standing].filter(Boolean).join(" · ");
}

export const INDICATOR_COLUMNS: Column<Schema<"IndicatorView">>[] = [
  { key: "indicator", title: "指标", primary: true, render: (row) => INDICATOR[row.indicator] },
  {
    key: "points",
    title: "得分",
    badge: true,
    numeric: true,
    render: (row) => (
      <span className="num">
        {pointsText(row.points)} / {row.weight}
      </span>
    ),
  },
  {
    key: "value",
    title: "数值",
    numeric: true,
    render: (row) => <span className="num">{valueText(row.value, row.unit)}</span>,
  },
  { key: "source", title: "来源和日期", render: sourceText },
];

export function GroupFacts({ groups }: { groups: Schema<"GroupPoints">[] }) {
  return (
    <Descriptions
      items={groups.map((group) => ({
        label: SCORE_GROUP[group.group],
        value: (
          <span className="num">
            {pointsText(group.points)} / {group.weight} 分
          </span>
        ),
      }))}
    />
  );
}

/** What nobody has verified counts only so far. */
export function UnverifiedNote(props: { unverified: number; unverified_most: number }) {
  const { unverified, unverified_most: most } = props;
  if (unverified === 0) return null;
  return (
    <p className={unverified > most * 100 ? "notice tone-warn form-note" : "card-note"}>
      未核验或核验已过期的数据共得 {pointsText(unverified)} 分，合计最多计入 {most} 分。
    </p>
  );
}

/** What the negative list does to a score, in sentences. */
export function NegativeNotes({ negatives }: { negatives: Schema<"RiskCap">[] }) {
  return negatives.map(({ kind, cap }) => (
    <p key={kind} className="notice tone-warn form-note">
      {cap === 0
        ? `有尚未修复的“${RISK_KIND[kind]}”，评分无效。`
        : `有尚未修复的“${RISK_KIND[kind]}”，评分最高 ${cap} 分。`}
      修复并更新档案后恢复。
    </p>
  ));
}

export function OpenedScoreFacts({ score }: { score: Schema<"OpenedScore"> }) {
  return (
    <>
      <Descriptions
        items={[
          { label: "评分", value: <span className="num">{score.points} 分</span> },
          { label: "等级", value: SCORE_GRADE[score.grade].text },
          { label: "阶段", value: SCORE_STAGE[score.stage] },
        ]}
      />
      <NegativeNotes negatives={score.negatives} />
      <UnverifiedNote {...score} />
      <GroupFacts groups={score.groups} />
      {score.indicators.length > 0 && <ScoreRadars groups={score.groups} indicators={score.indicators} />}
      {score.indicators.length > 0 ? (
        <details className="folded-part">
          <summary>查看各项指标的数值、来源和得分</summary>
          <DataTable
            caption="创新能力评分的各项指标"
            columns={INDICATOR_COLUMNS}
            {...wholeList(score.indicators)}
            rowKey={(row) => row.indicator}
            empty={<EmptyState title="没有指标" />}
          />
        </details>
      ) : (
        <p className="card-note">企业没有开放财务情况，不显示各项指标的数值。</p>
      )}
    </>
  );
}
