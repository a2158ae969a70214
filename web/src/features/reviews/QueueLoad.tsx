/** 待审工作量: what waits, by kind, and how much of it is due; and who does how much. */
import { useQuery } from "@tanstack/react-query";
import { listQuery } from "@/api/queries";
import { Card } from "@/ui/Card";
import { BarChart } from "@/ui/chart/BarChart";
import { Room } from "@/ui/lazyPart";
import { queueLoad } from "./queueLoad";

/** The most that one answer holds; the longest waiting come first. */
const MOST = 100;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function QueueLoad() {
  return (
    <div className="stack">
      <Waiting />
      <Reviewers />
    </div>
  );
}

/** Who has how much in hand, and did how much lately. */
function Reviewers() {
  const { data } = useQuery(listQuery("reviews", "/operator/reviews/load", {}));
  if (!data || data.length === 0) return null;
  const total = (of: "claimed" | "decided") => sum(data.map((one) => one[of]));
  return (
    <Card title="审核人员">
      <BarChart
        title="已领取和近 7 天办结"
        sentence={`${total("claimed")} 件已领取、正在办理，近 7 天办结 ${total("decided")} 件。`}
        lying
        labelled="审核人员"
        labels={data.map(({ name }) => name)}
        bars={[
          { name: "已领取", values: data.map(({ claimed }) => claimed), tone: "gold" },
          { name: "近 7 天办结", values: data.map(({ decided }) => decided), tone: "brand" },
        ]}
        unit={{ of: "件" }}
        empty="近 7 天没有办结的事项。"
      />
    </Card>
  );
}

function Waiting() {
  const query = useQuery(
    listQuery("reviews", "/operator/reviews", { query: { state: "waiting", size: MOST } }),
  );
  const { data } = query;
  if (!data) return query.isError ? null : <Room rem={24} />;
  const { labels, overdue, soon, later } = queueLoad(data.items);
  const whole = data.total <= data.items.length;
  return (
    <Card title="待审工作量">
      <BarChart
        title={whole ? "按类别和剩余时间" : `提交最早的 ${data.items.length} 件，按类别和剩余时间`}
        sentence={`${sum(overdue)} 件已超期，${sum(soon)} 件在 1 个工作日内到期，${sum(later)} 件时间较宽。`}
        lying
        stacked
        labelled="类别"
        labels={labels}
        bars={[
          { name: "已超期", values: overdue, tone: "accent" },
          { name: "1 个工作日内到期", values: soon, tone: "gold" },
          { name: "1 个工作日以后到期", values: later, tone: "brand" },
        ]}
        unit={{ of: "件" }}
        empty="没有待审核的事项。"
      />
    </Card>
  );
}
