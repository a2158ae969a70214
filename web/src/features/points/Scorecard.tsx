/** 服务评价: an institution's own figures and grade, by quarter. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { ASSESSMENT_FIGURE, quarterText } from "@/labels/points";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState, Loaded } from "@/ui/States";
import { FIGURES, figureText } from "./figures";
import { GradeInputs } from "./GradeInputs";
import styles from "./points.module.css";
import { quartersUntil } from "./quarters";
import { scorecardQuery } from "./queries";

const SHOWN = 5;

export function Scorecard() {
  const list = useListParams();
  const quarters = quartersUntil(now(), SHOWN);
  const running = quarters[0] ?? "";
  const chosen = quarters.find((quarter) => quarter === list.filters.quarter) ?? running;
  const query = useQuery(scorecardQuery(chosen));
  return (
    <>
      <FilterTabs
        label="季度"
        tabs={quarters.map((quarter) => ({
          value: quarter === running ? undefined : quarter,
          label: quarterText(quarter),
        }))}
        value={chosen === running ? undefined : chosen}
        onChange={(quarter) => list.setFilters({ quarter })}
      />
      <Loaded query={query} rows={8}>
        {(card) => <Content card={card} />}
      </Loaded>
    </>
  );
}

function Content({ card }: { card: Schema<"Scorecard"> }) {
  const { figures, graded } = card;
  if (!figures || !graded)
    return (
      <Card>
        <EmptyState title="该季度没有数据" hint="通过认证并开始对接后，这里会显示各项服务指标。" />
      </Card>
    );
  return (
    <div className="stack">
      <Card
        title={`${quarterText(card.quarter)}评级`}
        extra={<span className="card-note">与 {card.institutions} 家机构比较</span>}
      >
        {card.running && <p className="card-note">季度进行中，数据截至目前。</p>}
        <GradeInputs graded={graded} />
      </Card>
      <Card title="服务指标">
        <dl className={styles.scoreFigures}>
          {FIGURES.map((key) => (
            <div key={key}>
              <dt>{ASSESSMENT_FIGURE[key].text}</dt>
              <dd className={`num ${styles.scoreValue}`}>{figureText(key, figures)}</dd>
              <dd className={styles.scoreHelp}>{ASSESSMENT_FIGURE[key].help}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
