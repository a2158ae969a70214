/** 机构考核: every institution's figures and grade in a quarter, with what each figure means. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { options, textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { ASSESSMENT_FIGURE, GRADE, quarterText } from "@/labels/points";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart, Room } from "@/ui/lazyPart";
import { SearchForm } from "@/ui/SearchForm";
import { EmptyState } from "@/ui/States";
import { FIGURES, figureText } from "./figures";
import { GradeTag } from "./GradeInputs";
import { quartersUntil } from "./quarters";
import { assessmentQuery } from "./queries";

const SHOWN = 8;

const AssessmentQuadrant = lazyPart(
  () => import("./AssessmentQuadrant").then((m) => m.AssessmentQuadrant),
  <Room rem={29} />,
);

/** Figures by which the server sorts. */
const SORTED: Partial<Record<keyof Schema<"ServiceFigures">, string>> = {
  points: "points",
  answered: "answered",
  limits: "limits",
  decision_tenths: "decision",
  overdue: "overdue",
  conversion: "conversion",
  rating: "rating",
};

const COLUMNS: Column<Schema<"AssessmentRow">>[] = [
  { key: "name", title: "机构", primary: true, render: (row) => row.name },
  { key: "type", title: "类型", render: (row) => textOf(INSTITUTION_TYPE, row.institution_type) },
  {
    key: "grade",
    title: "评级",
    badge: true,
    sort: "grade",
    render: (row) => (
      <>
        <GradeTag graded={row.graded} />
        {row.graded.grade && row.graded.few && <span className="unit">（样本较少）</span>}
      </>
    ),
  },
  {
    key: "mean",
    title: "综合得分",
    numeric: true,
    render: (row) => <span className="num">{row.graded.mean ?? "—"}</span>,
  },
  ...FIGURES.map((key) => ({
    key,
    title: ASSESSMENT_FIGURE[key].text,
    numeric: true,
    sort: SORTED[key],
    render: (row: Schema<"AssessmentRow">) => <span className="num">{figureText(key, row.figures)}</span>,
  })),
];

export function AssessmentTable() {
  const list = useListParams({ sort: "-grade" });
  const { page, size, sort, filters } = list;
  const quarters = quartersUntil(now(), SHOWN);
  const quarter = quarters.find((known) => known === filters.quarter) ?? quarters[0] ?? "";
  const search = {
    quarter,
    institution_type: oneOf(filters.institution_type, INSTITUTION_TYPE),
    grade: oneOf(filters.grade, GRADE),
    sort,
    page,
    size,
  };
  const query = useQuery(assessmentQuery(search));
  return (
    <>
      <SearchForm
        fields={[
          {
            name: "quarter",
            label: "季度",
            kind: "select",
            placeholder: quarterText(quarters[0] ?? ""),
            options: quarters.map((value) => ({ value, label: quarterText(value) })),
          },
          { name: "institution_type", label: "机构类型", kind: "select", options: options(INSTITUTION_TYPE) },
          { name: "grade", label: "评级", kind: "select", options: options(GRADE) },
        ]}
        list={list}
      />
      <Card title="机构分布">
        <AssessmentQuadrant search={{ quarter, institution_type: search.institution_type }} />
      </Card>
      <Card title={`${quarterText(quarter)}${quarter === quarters[0] ? "（进行中，截至目前）" : ""}`} flush>
        <DataTable
          caption="机构季度考核"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          empty={<EmptyState title="没有符合条件的机构" hint="请放宽筛选条件，或换一个季度。" />}
        />
      </Card>
      <Card title="指标说明">
        <Descriptions
          columns={2}
          items={[
            {
              label: "评级",
              value:
                "信用积分排名 40%、时限达标 30%、放款转化 20%、企业评价 10%；没有数据的项目不计入，其余按比例计算。85 分及以上为 A，70 为 B，55 为 C，40 为 D，其余为 E。",
              wide: true,
            },
            ...FIGURES.map((key) => ({
              label: ASSESSMENT_FIGURE[key].text,
              value: ASSESSMENT_FIGURE[key].help,
            })),
          ]}
        />
      </Card>
    </>
  );
}
