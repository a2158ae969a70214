/** 考核分布: who had much to do and did it in time, and whom to look at. */
import { useQuery } from "@tanstack/react-query";
import type { Query } from "@/api/types";
import { formatShare } from "@/lib/money";
import { QuadrantChart } from "@/ui/chart/QuadrantChart";
import { Room } from "@/ui/lazyPart";
import { quadrantOf } from "./quadrant";
import { assessmentQuery } from "./queries";

const HEIGHT = 24;
/** With the notes under the picture. */
const QUADRANT_ROOM = HEIGHT + 5;
/** The most that one answer holds. */
const ALL = 100;

type Props = { search: Pick<Query<"/government/assessment">, "quarter" | "institution_type"> };

export function AssessmentQuadrant({ search }: Props) {
  const query = useQuery(assessmentQuery({ ...search, sort: "-grade", page: 1, size: ALL }));
  const { data } = query;
  if (!data)
    return query.isError ? <p className="card-note">分布图没有加载出来。</p> : <Room rem={QUADRANT_ROOM} />;
  const { busy, idle, middle, rate, groups } = quadrantOf(data.items);
  const left = data.total - data.items.length;
  return (
    <>
      <QuadrantChart
        title="机构考核分布"
        untitled
        sentence={`${busy} 家机构有须按时限办理的事项，合计按时办理 ${formatShare(rate)}。`}
        height={HEIGHT}
        pointed="机构"
        grouped="评级"
        x={{ name: "须按时限办理的事项", unit: { of: "件" }, split: middle }}
        y={{ name: "时限达标率", unit: "share", split: rate }}
        fields={["事项较少、达标较好", "事项较多、达标较好", "事项较少、达标较差", "事项较多、达标较差"]}
        groups={groups}
        empty="这一季度还没有须按时限办理的事项。"
      />
      <p className="card-note">
        虚线为事项数的中位数和全部机构合计的达标率。
        {idle > 0 && `另有 ${idle} 家机构没有须按时限办理的事项，不在图中。`}
        {left > 0 && `只画出评级靠前的 ${data.items.length} 家，其余 ${left} 家见下表。`}
      </p>
    </>
  );
}
