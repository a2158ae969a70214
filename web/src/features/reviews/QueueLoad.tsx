/** 待审工作量: what waits, by kind, and how much of it is due. */
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
        sentence={`${sum(overdue)} 件已超时，${sum(soon)} 件在 1 个工作日内到期，${sum(later)} 件时间较宽。`}
        lying
        stacked
        labelled="类别"
        labels={labels}
        bars={[
          { name: "已超时", values: overdue, tone: "accent" },
          { name: "1 个工作日内到期", values: soon, tone: "gold" },
          { name: "1 个工作日以后到期", values: later, tone: "brand" },
        ]}
        unit={{ of: "件" }}
        empty="没有待审核的事项。"
      />
    </Card>
  );
}
