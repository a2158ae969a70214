/** 信用积分变化: the balance after each of the latest entries. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { Page } from "@/api/types";
import { formatDate } from "@/lib/dates";
import { formatCount } from "@/lib/money";
import { LineChart } from "@/ui/chart/LineChart";
import { Room } from "@/ui/lazyPart";
import { balances, type Entry } from "./trend";

const HEIGHT = 14;
/** With the line under the picture. */
const TREND_ROOM = HEIGHT + 2.75;

type Props = { balance: number; query: UseQueryResult<Page<Entry>> };

export function PointsTrend({ balance, query }: Props) {
  const { data } = query;
  if (!data)
    return query.isError ? (
      <p className="card-note">信用积分变化没有加载出来。</p>
    ) : (
      <Room rem={TREND_ROOM} />
    );
  const points = balances(data.items, balance);
  const first = points[0];
  const all = data.total <= data.items.length;
  const since = all ? "自注册以来" : `最近 ${data.items.length} 次变动`;
  return (
    <LineChart
      title={`信用积分变化（${since}）`}
      sentence={
        first
          ? `从 ${formatDate(first.at)} 的 ${formatCount(first.value)} 分到现在的 ${formatCount(balance)} 分。`
          : "还没有信用积分记录。"
      }
      height={HEIGHT}
      over="moments"
      series={[{ name: "信用积分", points }]}
      unit={{ of: "分" }}
      empty="还没有信用积分记录。"
    />
  );
}
